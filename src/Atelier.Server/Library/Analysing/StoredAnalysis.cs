using Atelier.Language.Figures;

namespace Atelier.Library.Analysing;

/// <summary>What is kept of an analysis beside the rows of its cast.</summary>
internal sealed record StoredAnalysis(TextFigures Figures, CastFigures Cast);

/// <summary>How much of the cast was found, and how far it can be trusted.</summary>
/// <param name="Attributed">Quotations with a speaker.</param>
/// <param name="Note">Says that a part of a very long text was read only; null otherwise.</param>
public sealed record CastFigures(
    int People,
    int Quotations,
    int Attributed,
    int Sure,
    int Likely,
    int Guess,
    int Relations,
    string Method,
    string Accuracy,
    string? Note
);
