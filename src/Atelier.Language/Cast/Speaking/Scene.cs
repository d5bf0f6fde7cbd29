using Atelier.Language.Cast.Quoting;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Speaking;

/// <summary>A turn's surroundings: places are tokens of the block.</summary>
/// <param name="At">Where the block begins in the text.</param>
/// <param name="FirstClose">The end of the turn's first quotation.</param>
/// <param name="ActedLast">Who acts at the end of the paragraph before; -1 for nobody.</param>
/// <param name="From">Where the turn before ends in this block; -1 at its head.</param>
/// <param name="Until">Where the next turn begins in this block.</param>
internal readonly record struct Scene(
    Block Block,
    int At,
    List<Mention> Mentions,
    Tag Tag,
    TextSpan TagPlace,
    int Open,
    int FirstClose,
    int LastClose,
    int ActedLast,
    int From,
    int Until,
    bool FirstPerson
);
