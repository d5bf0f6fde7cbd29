using System.Globalization;

namespace Atelier.Books.Authoring;

/// <summary>What is wrong with a model's book beyond its schema, as sentences the model can act on.</summary>
internal static class ModelBookCheck
{
    private const int MostCharacters = 8;
    private const int MostActors = 5;
    private const int MostProps = 6;
    private const int MostOfOneProp = 9;
    private const int MostLetters = 2500; // on a page: twice what the eldest band may read

    public static IReadOnlyList<string> Problems(ModelBook book, BookBrief brief, int pages)
    {
        var problems = new List<string>();
        Length("title", book.Title, 1, 120);
        Length("blurb", book.Blurb, 1, 600);
        Length("refrain", book.Refrain, 0, 120);
        if (book.Pages.Count != pages)
            problems.Add(Text($"The book must have exactly {pages} pages, not {book.Pages.Count}."));
        if (book.Cast.Count is 0 or > MostCharacters)
            problems.Add(Text($"The cast must have 1 to {MostCharacters} characters."));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var character in book.Cast)
        {
            Length("name of a character", character.Name, 1, 40);
            Length($"noun of {character.Name}", character.Noun, 1, 60);
            if (!names.Add(character.Name))
                problems.Add($"Two characters are called {character.Name}.");
        }
        foreach (var wanted in brief.Characters.Where(character => !names.Contains(character.Name)))
            problems.Add($"{wanted.Name} must be in the cast, spelled that way.");
        foreach (var (index, page) in book.Pages.Index())
        {
            var where = Text($"page {index + 1}");
            Length($"text of {where}", page.Text, 1, MostLetters);
            Length($"altText of {where}", page.AltText, 1, 400);
            if (page.Picture.Actors.Count > MostActors || page.Picture.Props.Count > MostProps)
                problems.Add(
                    Text($"The picture of {where} may have {MostActors} actors and {MostProps} props at most.")
                );
            foreach (var actor in page.Picture.Actors)
            {
                if (!names.Contains(actor.Character))
                    problems.Add($"\"{Short(actor.Character)}\" on {where} is not in the cast.");
                Length($"holding on {where}", actor.Holding ?? "", 0, 60);
            }
            foreach (
                var repeated in page.Picture.Actors.CountBy(actor => actor.Character).Where(count => count.Value > 1)
            )
                problems.Add($"\"{Short(repeated.Key)}\" stands twice on {where}.");
            foreach (var prop in page.Picture.Props)
            {
                Length($"prop noun on {where}", prop.Noun, 1, 60);
                if (prop.Count is < 1 or > MostOfOneProp)
                    problems.Add(Text($"A prop's count on {where} must be 1 to {MostOfOneProp}."));
            }
        }
        return problems;

        void Length(string what, string text, int least, int most)
        {
            if (text.Trim().Length < least || text.Length > most)
                problems.Add(Text($"The {Short(what)} must have {least} to {most} characters."));
        }
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
