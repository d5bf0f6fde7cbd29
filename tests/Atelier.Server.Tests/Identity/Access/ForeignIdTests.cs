using System.Net;
using System.Text;
using Atelier.Books;
using Atelier.Jobs;
using Atelier.Support;

namespace Atelier.Identity.Access;

/// <summary>Ids of other people's things where no route names them: bodies, queries, cursors.</summary>
public sealed class ForeignIdTests(JobStudio studio) : IClassFixture<JobStudio>
{
    [Fact]
    public async Task C02_a_foreign_project_in_a_body_makes_and_changes_nothing()
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var foreign = await owner.CreateProjectAsync();
        var book = await BookStudio.OrderAsync(other);
        var before = (await other.GetAsync($"books/{book}")).Expect(HttpStatusCode.OK).ToJsonString();

        var made = await other.PostAsync("books", new { prompt = "A fox", projectId = foreign });
        var moved = await other.PatchAsync($"books/{book}", new { title = "Moved", projectId = foreign });
        var absent = await other.PatchAsync($"books/{book}", new { title = "Moved", projectId = Guid.Empty });

        made.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        moved.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        absent.ExpectProblem(HttpStatusCode.NotFound, "project_not_found");
        Assert.Equal(before, (await other.GetAsync($"books/{book}")).Expect(HttpStatusCode.OK).ToJsonString());
        Assert.Single((await other.GetAsync("books")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task C02_a_foreign_id_in_a_query_or_a_cursor_lists_nothing_foreign()
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var project = await owner.CreateProjectAsync();
        var mine = await other.CreateProjectAsync();
        var job = await studio.EnqueueAsync(owner, "wait", project, runAt: DateTimeOffset.MaxValue);
        (await owner.PostAsync("books", new { prompt = "A fox", projectId = project })).Expect(HttpStatusCode.Created);
        var later = await owner.CreateProjectAsync();
        var cursor = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{later}")).TrimEnd('=');

        foreach (
            var list in (string[])[$"books?projectId={project}", $"jobs?project={project}", $"jobs?cursor={cursor}"]
        )
            Assert.Empty((await other.GetAsync(list)).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        var page = (await other.GetAsync($"projects?cursor={cursor}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        Assert.Equal(mine, Assert.Single(page)!["id"]!.GetValue<Guid>());
        Assert.NotEqual(Guid.Empty, job);
    }
}
