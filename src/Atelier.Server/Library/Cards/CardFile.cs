namespace Atelier.Library.Cards;

/// <summary>A file that travels with a card, such as another picture of its character.</summary>
/// <param name="Path">As in a CHARX archive: relative, with forward slashes, checked.</param>
internal sealed record CardFile(string Path, ReadOnlyMemory<byte> Content);
