using Atelier.Library.Extracting.Archives;

namespace Atelier.Library.Extracting.Epub;

/// <summary>Tells a book that is locked from one that only hides its fonts, which is common and harmless.</summary>
internal static class EpubRights
{
    private static readonly string[] FontHiding =
    [
        "http://www.idpf.org/2008/embedding",
        "http://ns.adobe.com/pdf/enc#RC",
    ];

    /// <exception cref="Unreadable">The book is under rights management.</exception>
    public static void Check(SafeZip zip)
    {
        if (!zip.Has("META-INF/encryption.xml"))
            return;
        var locked = PartXml
            .Tree(zip, "META-INF/encryption.xml")
            .Named("EncryptedData")
            .Any(data =>
                data.Named("EncryptionMethod").FirstOrDefault()?.ValueOf("Algorithm") is not { } algorithm
                || !FontHiding.Contains(algorithm)
            );
        if (locked)
            throw Unreadable.Rights(SchemeOf(zip));
    }

    private static string SchemeOf(SafeZip zip) =>
        zip.Has("META-INF/license.lcpl") ? "Readium LCP"
        : zip.Has("META-INF/sinf.xml") ? "Apple FairPlay"
        : zip.Has("META-INF/rights.xml") ? "Adobe ADEPT or a relative"
        : "of an unknown make";
}
