// The place for a stage is there, maybe after the picker whose stage it is (subject_picker.js).
document.dispatchEvent(new CustomEvent("places-there"));
