using System.Buffers;
using System.Globalization;
using System.Text;
using Atelier.Drawing;
using Atelier.Drawing.Art;
using Atelier.Drawing.Characters;
using Atelier.Language;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

/// <summary>Somebody or something that a prompt speaks of and that can be drawn.</summary>
/// <param name="Noun">Lower case, as it was said.</param>
/// <param name="Phrase">With what was said of it: "flying cars".</param>
/// <param name="Being">Acts, and keeps its looks from scene to scene.</param>
internal sealed record Mention(string Noun, string Phrase, int Count, bool Being, ActorAction? Action, Travel? Travel);

/// <summary>One sentence of a prompt.</summary>
/// <param name="Told">It has a verb, so it can be spoken as it stands.</param>
/// <param name="PlacePhrase">The place as the prompt says it: "futuristic city".</param>
/// <param name="Pronoun">It speaks of somebody named before, who does <paramref name="Verb"/>.</param>
internal sealed record PromptUnit(
    string Text,
    bool Told,
    IReadOnlyList<Mention> Mentions,
    FilmPlace? Place,
    string? PlacePhrase,
    bool Pronoun,
    ActorAction? Verb,
    TimeOfDay? Hour,
    Weather? Sky
);

/// <summary>Reads who, what, where and when out of a prompt, sentence by sentence. What it cannot read it leaves open.</summary>
internal sealed class PromptReading(VisualLexicon lexicon, CharacterArtist artist)
{
    private const int MostMentions = 6; // of a sentence

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:()-–—\"");

    public IReadOnlyList<PromptUnit> Read(string prompt)
    {
        var text = Clean(prompt);
        return [.. Sentences.Split(text).Where(s => s.Words.Count > 0).Select(s => Unit(text, s))];
    }

    /// <summary>One line of plain text: control characters and runs of white space become single spaces.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (
                Rune.IsControl(rune)
                || Rune.IsWhiteSpace(rune)
                || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
            )
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else if (rune != Rune.ReplacementChar)
                clean.Append(rune.ToString());
        return clean.ToString().Trim();
    }

    private PromptUnit Unit(string text, Sentence sentence)
    {
        var words = sentence.Words;
        var lower = words.Select(word => word.Text.ToLowerInvariant().Replace('’', '\'')).ToArray();
        var mentions = new List<Mention>();
        var chunk = new List<string>();
        var (told, pronoun) = (false, false);
        ActorAction? verb = null;
        FilmPlace? place = null;
        string? placePhrase = null;
        for (var i = 0; i < lower.Length; i++)
        {
            var word = lower[i];
            if (PlaceTable.Find(word) is { } named)
                place ??= named;
            var action = FilmWords.ActionOf(word);
            var way = FilmWords.WayOf(word);
            // "flying cars" says what cars are like, "cars flying" what they do.
            var describes =
                chunk.All(c => FilmWords.NumberOf(c) is not null) && word.EndsWith("ing", StringComparison.Ordinal);
            if (
                FilmWords.IsFunction(word)
                || (
                    (action is not null || way is not null)
                    && !describes
                    && (chunk.Count > 0 || mentions.Count > 0 || pronoun)
                )
            )
            {
                Close();
                Do(mentions, action, way);
                verb ??= action;
                told |=
                    action is not null
                    && (mentions.Count > 0 || pronoun)
                    && !word.EndsWith("ing", StringComparison.Ordinal);
                told |= word is "is" or "are" or "was" or "were" or "has" or "had" && (mentions.Count > 0 || pronoun);
                pronoun |= word is "he" or "she" or "it" or "they" or "i" or "we" or "you";
                if (FilmWords.NumberOf(word) is not null)
                    chunk.Add(word);
            }
            // A name in the middle of a sentence is no thing to be drawn, unless it is somebody.
            else if (i == 0 || !words[i].IsCapitalised || IsBeing(word))
                chunk.Add(word);
            if (i + 1 < words.Count && Parted(text, words[i], words[i + 1]))
                Close();
        }
        Close();
        return new PromptUnit(
            text.Substring(sentence.Start, sentence.Length).Trim(),
            told,
            [.. mentions.Take(MostMentions)],
            place,
            placePhrase,
            pronoun,
            verb,
            First(lower, FilmWords.HourOf),
            First(lower, FilmWords.SkyOf)
        );

        void Close()
        {
            if (chunk.Count > 0 && PlaceTable.Names(chunk[^1]))
                placePhrase ??= string.Join(' ', chunk);
            if (chunk.Count > 0 && MentionOf(chunk) is { } found && mentions.All(m => m.Noun != found.Noun))
                mentions.Add(found);
            chunk.Clear();
        }
    }

    // "A dog runs": whoever was named last does it, and those named with them.
    private static void Do(List<Mention> mentions, ActorAction? action, Travel? way)
    {
        for (var i = mentions.Count - 1; i >= 0; i--)
            if (action is not null && mentions[i] is { Being: true, Action: null })
                mentions[i] = mentions[i] with { Action = action };
            else if (way is not null && i == mentions.Count - 1 && mentions[i] is { Being: false })
                mentions[i] = mentions[i] with { Travel = way };
    }

    private Mention? MentionOf(List<string> chunk)
    {
        var count = chunk.Select(FilmWords.NumberOf).FirstOrDefault(n => n is not null);
        var plain = chunk.Where(word => FilmWords.NumberOf(word) is null).ToArray();
        if (plain.Length == 0)
            return null;
        var (head, being) = (plain[^1], IsBeing(plain[^1]));
        var travel = plain.Select(FilmWords.WayOf).FirstOrDefault(way => way is not null) ?? FilmWords.VehicleWay(head);
        // A place is painted, not put into the picture; an hour is light.
        if (PlaceTable.Find(head) is not null && travel is null && !being)
            return null;
        if (FilmWords.HourOf(head) is not null || FilmWords.SkyOf(head) is not null)
            return null;
        var noun =
            Enumerable
                .Range(0, plain.Length)
                .Select(from => string.Join(' ', plain[from..]))
                .FirstOrDefault(phrase => lexicon.Depict(phrase) is { Kind: DepictionKind.Exact })
            ?? head;
        if (lexicon.Depict(noun).Kind == DepictionKind.None && !being)
            return null;
        being &= travel is null;
        var many =
            head is "fish"
            || head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal) && lexicon.Depict(head).Via != head;
        return new Mention(
            being && many && head.EndsWith('s') ? head[..^1] : noun,
            string.Join(' ', plain),
            Math.Clamp(count ?? (many ? 3 : 1), 1, 5),
            being,
            null,
            travel
        );
    }

    private bool IsBeing(string noun) =>
        artist.Sheet([new CharacterBrief("x", "x", noun)], new Seed(1)).Looks[0] is { } look
        && !look.Kind.StartsWith("thing:", StringComparison.Ordinal)
        && look.Note?.Contains("stands in", StringComparison.Ordinal) is not true;

    private static bool Parted(string text, Token word, Token next) =>
        text.AsSpan(word.End, next.Start - word.End).ContainsAny(Parting);

    private static T? First<T>(string[] words, Func<string, T?> read)
        where T : struct => words.Select(read).FirstOrDefault(found => found is not null);
}
