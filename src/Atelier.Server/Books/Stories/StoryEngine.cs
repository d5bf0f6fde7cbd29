using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Planning;
using Atelier.Books.Stories.Telling;
using Atelier.Drawing;
using Atelier.Language;

namespace Atelier.Books.Stories;

/// <summary>
/// The built-in writer: a story grammar, no model. It plans (who, wants what, where, what stands in the way, one beat
/// per page turn) and then writes, holding every page to the reading level asked for. Same brief and seed, same book.
/// </summary>
internal sealed class StoryEngine(LanguagePack language)
{
    /// <summary>Raised whenever the words of an old brief would change.</summary>
    public const string Writer = "builtin/4";

    public const int FewestPages = 18;
    public const int MostPages = 38;

    private readonly Vocabulary _vocabulary = Vocabulary.Default;
    private readonly StoryBank _bank = StoryBank.Default;

    /// <param name="pages">Story pages wanted, without front and back matter; brought into 18 to 38.</param>
    public StoryOutline Outline(BookBrief brief, int pages, Seed seed) =>
        new OutlinePlanner(_vocabulary, _bank).Plan(brief, Math.Clamp(pages, FewestPages, MostPages), seed);

    public StoryResult Write(StoryOutline outline) => new BookWriter(outline, _vocabulary, _bank, language).Write();
}
