using System.Globalization;
using System.Text;
using Atelier.Books.Stories.Gate;

namespace Atelier.Books.Authoring;

/// <summary>The words the model is asked with. The limits are those of the gate that will measure its answer.</summary>
internal static class AuthorPrompt
{
    public static string System(Band band) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            You write picture books for children aged {band.Name}. The story has a hero who wants something, an obstacle, a turn and an ending that answers the beginning. Nothing frightening, cruel or commercial. Names never change their spelling. Every sentence ends on its own page.
            Measured limits, none may be passed: at most {band.PageWordsMost} words on a page, {band.SentenceMost} words in a sentence, {band.SentenceMeanMost} words per sentence on average, {band.BookWordsLeast} to {band.BookWordsMost} words in the whole book, and at most {band.OffListMost
                * 100:0} % of words a young child does not know.
            The refrain is one short sentence that comes back word for word on at least three pages; leave it empty if the story needs none.
            Each page's picture says where it plays, who is in it and what they do; actors are names from the cast, nouns are plain English words for things that can be drawn. altText tells in one sentence what the picture shows.
            """
        );

    public static string Request(BookBrief brief, int pages)
    {
        var request = new StringBuilder();
        request.Append(
            CultureInfo.InvariantCulture,
            $"Write a book of exactly {pages} pages.\nThe idea: {brief.Prompt}"
        );
        Add("Title", brief.Title);
        Add("Theme", brief.Theme);
        Add("Where it plays", brief.Setting);
        foreach (var character in brief.Characters)
            Add("In the cast", string.Join(", ", Details(character).OfType<string>()));
        return request.ToString();

        void Add(string what, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                request.Append(CultureInfo.InvariantCulture, $"\n{what}: {value}");
        }
    }

    private static IEnumerable<string?> Details(BriefCharacter character) =>
        [character.Name, character.Kind, character.Pronouns, character.Trait];
}
