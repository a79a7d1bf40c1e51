# The folder and its installer, on Windows with Python 3.11 or newer and Inno Setup 6: packaging\windows\build.ps1
# Signing: $env:SIGNING_THUMBPRINT names a certificate of the user's store; signtool of the Windows SDK uses it. Without it
# SmartScreen warns of the installer.
$ErrorActionPreference = "Stop"
$root = Resolve-Path "$PSScriptRoot\..\.."
$python = if (Get-Command py -ErrorAction SilentlyContinue) { @("py", "-3") } else { @("python") }
& $python[0] $python[1..9] -c "import sys; sys.path.insert(0, sys.argv[1]); import bootstrap; sys.exit(not bootstrap.prepare('build'))" "$root\packaging"
if ($LASTEXITCODE) { exit $LASTEXITCODE }
Push-Location "$root\packaging"
& "$root\.venv\Scripts\python.exe" -m release notices folder
$failed = $LASTEXITCODE
Pop-Location
if ($failed) { exit $failed }

function Sign([string[]] $Files) {
    if ($env:SIGNING_THUMBPRINT) {
        & signtool sign /sha1 $env:SIGNING_THUMBPRINT /fd sha256 /tr http://timestamp.digicert.com /td sha256 $Files
        if ($LASTEXITCODE) { exit $LASTEXITCODE }
    }
}

Sign @("$root\dist\parallax\parallax.exe", "$root\dist\parallax\parallax-cli.exe")
$version = (& "$root\dist\parallax\parallax-cli.exe" --version) -replace ".* ", ""
& iscc "/DVersion=$version" "/DRoot=$root" "$PSScriptRoot\parallax.iss"
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$installer = "$root\dist\Parallax-$version-setup.exe"
Sign @($installer)
$hash = (Get-FileHash $installer -Algorithm SHA256).Hash.ToLower()
"$hash  $(Split-Path $installer -Leaf)" | Set-Content -Encoding ascii "$installer.sha256"
Write-Output $installer
