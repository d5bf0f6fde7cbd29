using Npgsql;

namespace Atelier.JobEngine.Worker;

/// <summary>
/// A job of three steps that writes down, outside the engine's transactions, that a step began, and inside the step's
/// own, that it was done.
/// </summary>
public static class ThreeSteps
{
    public const string Tables = "create table began (step int); create table done (step int)";

    /// <param name="reached">Called at every point where a process may die: "inside 1", "after 1", ...</param>
    public static async Task<object?> RunAsync(NpgsqlDataSource database, JobRun run, Func<string, Task> reached)
    {
        var sum = 0;
        for (var step = 1; step <= 3; step++)
        {
            var number = step;
            sum += await run.StepAsync(
                $"step {number}",
                async (transaction, cancel) =>
                {
                    await using var began = database.CreateCommand($"insert into began values ({number})");
                    await began.ExecuteNonQueryAsync(cancel);
                    var insert = $"insert into done values ({number})";
                    await using var done = new NpgsqlCommand(insert, transaction.Connection, transaction);
                    await done.ExecuteNonQueryAsync(cancel);
                    await reached($"inside {number}");
                    return number * 10;
                }
            );
            await reached($"after {number}");
        }
        return new { Sum = sum };
    }
}
