; What the uninstaller removes beyond the files that Tauri's own script knows: the keys in Windows' credential manager.
; A test of smartradex-vault compares the names with those that it stores under.

; 1 is the kind "generic". One that is not there is no fault, and there is nobody to be told of another.
!macro FORGET_CREDENTIAL name
  System::Call 'advapi32::CredDeleteW(w "${name}", i 1, i 0)'
!macroend

!macro NSIS_HOOK_POSTUNINSTALL
  ; As Tauri's script asks before it deletes the program's folder: only where the user ticked that box, and never for an update.
  ${If} $DeleteAppDataCheckboxState = 1
  ${AndIf} $UpdateMode <> 1
    !insertmacro FORGET_CREDENTIAL "fr.smartradex.setup/practice/btc-spot.fr.smartradex.setup"
    !insertmacro FORGET_CREDENTIAL "fr.smartradex.setup/practice/eth-spot.fr.smartradex.setup"
    !insertmacro FORGET_CREDENTIAL "fr.smartradex.setup/btc-spot.fr.smartradex.setup"
    !insertmacro FORGET_CREDENTIAL "fr.smartradex.setup/eth-spot.fr.smartradex.setup"
    !insertmacro FORGET_CREDENTIAL "fr.smartradex.setup/other-address/btc-spot.fr.smartradex.setup"
    !insertmacro FORGET_CREDENTIAL "fr.smartradex.setup/other-address/eth-spot.fr.smartradex.setup"
    !insertmacro FORGET_CREDENTIAL "fr.smartradex.setup/probe.fr.smartradex.setup"
  ${EndIf}
!macroend
