# Shows Step Note on this machine alone, without internet. Needs nothing but Windows 10 or newer.
$root = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot 'dist'))
$kinds = @{ '.html' = 'text/html; charset=utf-8'; '.js' = 'text/javascript'; '.css' = 'text/css'; '.wasm' = 'application/wasm'
  '.svg' = 'image/svg+xml'; '.png' = 'image/png'; '.json' = 'application/json'; '.webmanifest' = 'application/manifest+json' }
$listener = New-Object Net.HttpListener
$listener.Prefixes.Add('http://localhost:8180/')
$listener.Start()
Start-Process 'http://localhost:8180/'
Write-Host 'Step Note: http://localhost:8180/  (close this window to end)'
while ($listener.IsListening) {
  $context = $listener.GetContext()
  $answer = $context.Response
  try {
    $path = [Uri]::UnescapeDataString($context.Request.Url.AbsolutePath).TrimStart('/')
    if ($path -eq '') { $path = 'index.html' }
    $file = [IO.Path]::GetFullPath((Join-Path $root $path))
    $hashed = $path -match '-[0-9a-f]{8,16}(_bg)?\.(js|css|wasm|svg)$'
    $answer.Headers['Cache-Control'] = if ($hashed -and [IO.File]::Exists($file)) { 'public, max-age=31536000, immutable' } else { 'no-cache' }
    # That page carries a policy of its own.
    if ($path -ne 'open.html') { $answer.Headers['Content-Security-Policy'] = "frame-ancestors 'none'" }
    $answer.Headers['Cross-Origin-Opener-Policy'] = 'same-origin'
    $answer.Headers['Cross-Origin-Resource-Policy'] = 'same-origin'
    $answer.Headers['Referrer-Policy'] = 'no-referrer'
    $answer.Headers['Permissions-Policy'] = 'camera=(self), microphone=(), geolocation=()'
    $answer.Headers['X-Content-Type-Options'] = 'nosniff'
    $inside = $file.StartsWith($root + [IO.Path]::DirectorySeparatorChar, [StringComparison]::OrdinalIgnoreCase)
    if ($context.Request.HttpMethod -ne 'GET') { $answer.StatusCode = 405 }
    elseif ($inside -and [IO.File]::Exists($file)) {
      $bytes = [IO.File]::ReadAllBytes($file)
      $kind = $kinds[[IO.Path]::GetExtension($file).ToLowerInvariant()]
      if (-not $kind) { $kind = 'application/octet-stream' }
      $answer.ContentType = $kind
      $answer.ContentLength64 = $bytes.Length
      $answer.OutputStream.Write($bytes, 0, $bytes.Length)
    }
    else { $answer.StatusCode = 404 }
  }
  catch { $answer.StatusCode = 500 }
  finally { $answer.Close() }
}
