using Atelier.Reading.Addresses;

namespace Atelier.Reading.Articles.Facts;

/// <summary>What a page calls its own address.</summary>
internal static class Canonicals
{
    /// <returns>The address to know the page by, and the one it names on another site, which it may or may not be.</returns>
    public static (Uri Own, Uri? Foreign) Of(PageHead head, Uri address)
    {
        var declared =
            head.Absolute(head.Document.QuerySelector("link[rel~=canonical i][href]")?.GetAttribute("href"))
            ?? head.Absolute(head.Meta("og:url"));
        // The front page is what broken templates name on every page.
        if (
            declared is null
            || declared.AbsolutePath == "/" && address.AbsolutePath != "/" && declared.Query.Length == 0
        )
            return (PageAddress.Canonical(address), null);
        return PageAddress.SameSite(declared, address)
            ? (PageAddress.Canonical(declared), null)
            : (PageAddress.Canonical(address), PageAddress.Canonical(declared));
    }
}
