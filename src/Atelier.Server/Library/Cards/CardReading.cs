namespace Atelier.Library.Cards;

/// <summary>A card that was read, and what was odd about it.</summary>
/// <param name="Picture">Shows the character: a PNG, JPEG or WebP; null when there is none.</param>
internal sealed record CardReading(
    CharacterCard Card,
    CardSpec Spec,
    CardContainer Container,
    IReadOnlyList<CardWarning> Warnings,
    IReadOnlyList<CardFile> Files,
    ReadOnlyMemory<byte>? Picture
);
