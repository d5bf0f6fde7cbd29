using AngleSharp.Dom;
using Atelier.Reading.Addresses;

namespace Atelier.Reading.Articles.Facts;

/// <summary>How a page tells its readers to write to whoever is behind it: by a link, wherever on the page it stands.</summary>
internal static class Contacts
{
    private const int MostLinks = 3_000;
    private const int LongestWords = 40;
    private const int LongestEvidence = 240;

    private static readonly HashSet<string> Words = new(
        """
        contact|contacts|contact us|contact me|contact form|contact page|get in touch|write to us|write to me|email me|email us|e-mail
        kontakt|kontaktformular|impressum|imprint|so erreichen sie uns|schreiben sie uns|über uns und kontakt
        contactez-nous|contactez-moi|nous contacter|me contacter|nous écrire|formulaire de contact
        contacto|contáctanos|contáctame|contactar|contato|contate-nos|fale conosco|contatti|contattaci|contattami|scrivici
        neem contact op|contactformulier|kontakta oss|kontakta mig|kontakt oss|yhteystiedot|ota yhteyttä|kapcsolat|napište nám
        контакты|контакт|обратная связь|связаться с нами|контакти|зворотний зв'язок|επικοινωνία|iletişim|צור קשר|اتصل بنا|تماس با ما
        お問い合わせ|お問合せ|連絡先|联系我们|联系方式|聯絡我們|聯絡|문의|문의하기|연락처|liên hệ|ติดต่อเรา|hubungi kami|kontak
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "contact",
        "contacts",
        "contact-us",
        "contact-me",
        "contactus",
        "get-in-touch",
        "kontakt",
        "impressum",
        "imprint",
        "contacto",
        "contato",
        "contatti",
        "nous-contacter",
        "contactez-nous",
    };

    /// <returns>The link's words and where it leads, or that there is a mail address: which one is nobody's business here.</returns>
    public static string? Of(PageHead head)
    {
        string? mail = null;
        foreach (var link in head.Document.QuerySelectorAll("a[href], link[rel][href]").Take(MostLinks))
        {
            var href = link.GetAttribute("href")!.Trim();
            if (link.LocalName == "a" && href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                mail ??= "mailto:";
            else if (
                head.Absolute(href) is { } address
                && PageAddress.SameSite(address, head.Base)
                && WordsOf(link, address) is { } words
            )
            {
                var evidence = $"{words} → {address.AbsoluteUri}";
                return evidence[..Math.Min(evidence.Length, LongestEvidence)];
            }
        }
        return mail;
    }

    /// <returns>Null where it leads elsewhere.</returns>
    private static string? WordsOf(IElement link, Uri address)
    {
        var text = PageHead.Tidy(link.TextContent) ?? PageHead.Tidy(link.GetAttribute("title")) ?? "";
        var name = Path.GetFileNameWithoutExtension(address.AbsolutePath.TrimEnd('/'));
        var rel = link.GetAttribute("rel") ?? "";
        return
            Words.Contains(text.TrimEnd('.', '!', ':', '…', '»', '›', ' '))
            || Names.Contains(name)
            || rel.Split(' ').Contains("contact", StringComparer.OrdinalIgnoreCase)
            ? text.Length is > 0 and <= LongestWords
                ? text
                : name
            : null;
    }
}
