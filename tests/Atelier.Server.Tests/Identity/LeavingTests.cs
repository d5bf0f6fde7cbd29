using System.Net;
using Atelier.Jobs;
using Atelier.Platform.PersonalData;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Identity;

/// <summary>Going while something still runs, and going when it does not work out at once.</summary>
public sealed class LeavingTests(LeavingTests.Studio studio) : IClassFixture<LeavingTests.Studio>
{
    [Fact]
    public async Task Who_leaves_while_a_job_runs_stops_it_and_leaves_nothing()
    {
        var person = await studio.RegisterAsync();
        var running = await studio.EnqueueAsync(person, "wait");
        var waiting = await studio.EnqueueAsync(person, "succeed", runAt: studio.Clock.GetUtcNow().AddDays(1));
        await studio.ReachAsync(running, "step");

        (await person.DeleteAsync("users/me")).Expect(HttpStatusCode.NoContent);

        await new OwnedRows(studio).UntilNothingIsLeftOfAsync(person.Id);
        var admin = await studio.RegisterAsync("admin");
        foreach (var job in (Guid[])[running, waiting])
            (await admin.GetAsync($"jobs/{job}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_leave_that_broke_off_half_way_changed_nothing_and_is_completed_by_the_next_try()
    {
        var person = await studio.RegisterAsync();
        var project = await person.CreateProjectAsync();
        var running = await studio.EnqueueAsync(person, "wait");
        await studio.ReachAsync(running, "step");
        studio.Stumbles = true;

        (await person.DeleteAsync("users/me")).ExpectProblem(HttpStatusCode.InternalServerError, "internal_error");

        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
        (await person.GetAsync($"projects/{project}")).Expect(HttpStatusCode.OK);
        var job = (await person.GetAsync($"jobs/{running}")).Expect(HttpStatusCode.OK);
        Assert.Equal("running", job["state"]!.GetValue<string>());
        studio.Stumbles = false;
        (await person.DeleteAsync("users/me")).Expect(HttpStatusCode.NoContent);
        await new OwnedRows(studio).UntilNothingIsLeftOfAsync(person.Id);
        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
    }

    /// <summary>A studio with a module that, after all others, may fail to let people go.</summary>
    public sealed class Studio : JobStudio, IPersonalData
    {
        public bool Stumbles { get; set; }

        internal override void Adjust(WebApplicationBuilder builder)
        {
            base.Adjust(builder);
            builder.Services.AddSingleton<IPersonalData>(this);
        }

        Task IPersonalData.ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel) =>
            Task.CompletedTask;

        Task IPersonalData.RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel) =>
            Stumbles ? throw new InvalidOperationException("stumbled") : Task.CompletedTask;
    }
}
