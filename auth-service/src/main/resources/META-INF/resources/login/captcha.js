// reCAPTCHA binds the button of the form and calls this with the token, which it has put into the form by then.
function sendForm() {
  document.getElementById("ask").submit();
}
