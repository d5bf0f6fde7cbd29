namespace Atelier.Reading.Addresses;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("HTTPS://Example.ORG:443/A?utm_source=x&b=2&a=1&fbclid=9#c", "https://example.org/A?a=1&b=2")]
    [InlineData("http://example.org:8080/?ref=x", "http://example.org:8080/")]
    [InlineData("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4")]
    [InlineData("https://example.org./a", "https://example.org/a")]
    public void One_page_has_one_address(string address, string canonical) =>
        Assert.Equal(canonical, PageAddress.Canonical(new(address)).AbsoluteUri);

    [Theory]
    [InlineData("https://www.example.org/", "example.org")]
    [InlineData("https://blog.example.co.uk/", "example.co.uk")]
    [InlineData("https://anna.blogspot.com/", "anna.blogspot.com")]
    [InlineData("https://anna.blogspot.co.uk/", "anna.blogspot.co.uk")]
    [InlineData("https://www.anna.wordpress.com/", "anna.wordpress.com")]
    [InlineData("https://a.github.io/", "a.github.io")]
    [InlineData("http://127.0.0.1:81/", "127.0.0.1")]
    [InlineData("http://localhost/", "localhost")]
    public void A_site_is_what_somebody_registered(string address, string site) =>
        Assert.Equal(site, PageAddress.Site(new(address)));
}
