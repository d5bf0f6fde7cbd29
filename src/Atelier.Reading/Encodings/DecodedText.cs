namespace Atelier.Reading.Encodings;

/// <param name="Repairs">What had to be assumed or replaced.</param>
internal sealed record DecodedText(string Text, string Encoding, IReadOnlyList<string> Repairs);

/// <summary>Where a document may say what it is written in.</summary>
internal enum Declares
{
    Nowhere,
    XmlDeclaration,
    MetaTag,
}
