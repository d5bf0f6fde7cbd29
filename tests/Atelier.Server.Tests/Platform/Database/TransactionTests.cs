using Atelier.JobEngine;
using Atelier.Projects;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Platform.Database;

public sealed class TransactionTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task A_row_and_its_job_appear_together_or_not_at_all(bool fails, int expected)
    {
        var person = await studio.RegisterAsync();
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProjectsDb>();
        var jobs = scope.ServiceProvider.GetRequiredService<JobClient>();
        var project = Project.Begin(person.Id, "With a job", null, studio.Clock.GetUtcNow());

        var work = db.InTransactionAsync(
            async transaction =>
            {
                db.Projects.Add(project);
                // Nobody handles this kind, and it is not due: it stays where the test can count it.
                var later = new JobOptions(person.Id, RunAt: studio.Clock.GetUtcNow().AddDays(1));
                var ticket = await jobs.EnqueueAsync(transaction, new Nudge(project.Id), later, Cancel);
                return fails ? throw new InvalidOperationException() : ticket;
            },
            Cancel
        );
        if (fails)
            await Assert.ThrowsAsync<InvalidOperationException>(() => work);
        else
            await work;

        Assert.Equal(
            expected,
            await CountAsync("select count(*) from projects.project where owner_id = $1", person.Id)
        );
        Assert.Equal(expected, await CountAsync("select count(*) from jobs.job where owner_id = $1", person.Id));
    }

    private async Task<long> CountAsync(string sql, Guid owner)
    {
        await using var command = studio.Database.CreateCommand(sql);
        command.Parameters.AddWithValue(owner);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    internal sealed record Nudge(Guid ProjectId) : IJobPayload
    {
        public static string Kind => "test.nudge.v1";
    }
}
