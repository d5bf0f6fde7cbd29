using Atelier.Library.Cards;

namespace Atelier.Library.Talk.Answering;

/// <summary>What a card has its character say: greetings, and their lines in the examples.</summary>
internal static class CardLines
{
    public static IReadOnlyList<string> Of(CharacterCard card, MacroScene scene)
    {
        string[] begins = ["{{char}}:", "<BOT>:", $"{card.Name}:", $"{card.SpokenName}:"];
        var lines = card
            .Examples.Split('\n')
            .Select(line => line.Trim())
            .Select(line =>
                begins.FirstOrDefault(begin => line.StartsWith(begin, StringComparison.OrdinalIgnoreCase)) is { } begin
                    ? line[begin.Length..].Trim()
                    : ""
            );
        return
        [
            .. lines
                .Append(card.FirstMessage)
                .Concat(card.AlternateGreetings)
                .Select(line => Macros.Expand(line, scene, MacroUse.Display).Trim())
                .Where(line => line.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
