// The address of a correction that has moved on to an older page leads to it there. Without this file the
// reader stands on the newest page and goes back by hand.

const wanted = decodeURIComponent(location.hash.slice(1));
const pageBefore = (page, address) => {
  const link = page.querySelector('.pages a[rel="prev"]');
  return link && new URL(link.getAttribute("href"), address).href;
};

/** Another page as a document, parsed by the browser without running anything; null where it cannot be had. */
const read = (address) =>
  new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onloadend = () => done(request.status === 200 ? request.response : null);
    request.send();
  });

if (wanted && !document.getElementById(wanted)) {
  let address = pageBefore(document, location.href);
  while (address) {
    const page = await read(address);
    if (!page) break;
    if (page.getElementById(wanted)) {
      location.replace(`${address}#${wanted}`);
      break;
    }
    address = pageBefore(page, address);
  }
}
