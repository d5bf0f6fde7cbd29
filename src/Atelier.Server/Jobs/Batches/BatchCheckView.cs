using Atelier.Jobs.Contracts;

namespace Atelier.Jobs.Batches;

/// <summary>What a dry run found. Nothing was created.</summary>
internal sealed class BatchCheckView(int items, IReadOnlyList<ItemProblem> problems)
{
    private const int MostNamed = 1000;

    /// <summary>Whether the same order would be taken.</summary>
    public bool Valid => problems.Count == 0;

    public int Items => items;

    public int ProblemCount => problems.Count;

    /// <summary>The first thousand, in the order of the rows.</summary>
    public IReadOnlyList<RowProblemView> Problems { get; } =
    [.. problems.Take(MostNamed).Select(p => new RowProblemView(p.Item + 1, p.Field, p.Message))];
}

/// <param name="Row">From 1; a table's header is not counted.</param>
/// <param name="Field">Empty when the row as a whole is wrong.</param>
internal sealed record RowProblemView(int Row, string Field, string Message);
