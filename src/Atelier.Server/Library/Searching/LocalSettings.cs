using System.Globalization;
using Npgsql;

namespace Atelier.Library.Searching;

/// <summary>
/// A question under settings of its own: a batch is one message to the server and so one transaction, at whose end they
/// are forgotten.
/// </summary>
internal static class LocalSettings
{
    // How many passages have a word, or people a name, differs by orders of magnitude. A plan that is made once for all of
    // them, as for other statements that come again, is the wrong one for most.
    private const string PlanEachTime = "set_config('plan_cache_mode', 'force_custom_plan', true)";

    /// <param name="likeness">The least of a word that is found by its threes, from 0 to 1; null where none is.</param>
    /// <returns>Stands at the question's rows.</returns>
    public static async Task<NpgsqlDataReader> ReadAsync(
        this NpgsqlBatch batch,
        NpgsqlBatchCommand question,
        double? likeness,
        CancellationToken cancel
    )
    {
        var settings = new NpgsqlBatchCommand($"select {PlanEachTime}");
        if (likeness is { } least)
        {
            settings.CommandText += ", set_config('pg_trgm.word_similarity_threshold', $1, true)";
            settings.Parameters.Add(new() { Value = least.ToString("0.###", CultureInfo.InvariantCulture) });
        }
        batch.BatchCommands.Add(settings);
        batch.BatchCommands.Add(question);
        var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        return rows;
    }
}
