using System.Text.Json.Nodes;

namespace Atelier.Library.Cards.Containers;

/// <summary>What was found in a file.</summary>
/// <param name="Picture">The file's own picture without the card in it; null when it has none.</param>
internal sealed record Contents(
    JsonObject Card,
    IReadOnlyList<CardFile> Files,
    ReadOnlyMemory<byte>? Picture,
    CardContainer Container
);
