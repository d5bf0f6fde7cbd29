using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Quoting;

/// <param name="Span">With its marks; over several paragraphs where each is opened again and only the last is closed.</param>
/// <param name="Continues">The same speech as the quotation before, cut for its length.</param>
internal readonly record struct QuoteSpan(TextSpan Span, bool Continues);
