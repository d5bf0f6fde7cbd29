using System.Net;
using System.Net.Http.Json;
using Atelier.Platform.Database;
using Atelier.Platform.Http.Idempotency;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Atelier.Platform.Http;

/// <summary>Requests that come again with their key.</summary>
public sealed class IdempotencyTests(IdempotencyTests.Studio studio, IdempotencyTests.ImpatientStudio impatient)
    : IClassFixture<IdempotencyTests.Studio>,
        IClassFixture<IdempotencyTests.ImpatientStudio>
{
    private const string Quarter = "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~";
    private const string TooLong = Quarter + Quarter + Quarter + Quarter;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task D12_twenty_at_once_with_one_key_make_one_thing_and_are_told_the_same()
    {
        var person = await studio.RegisterAsync();
        using var elsewhere = new HttpClient { BaseAddress = await studio.OtherNodeAsync() };
        elsewhere.DefaultRequestHeaders.Authorization = person.Http.DefaultRequestHeaders.Authorization;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => CreateAsync(n % 2 == 0 ? person.Http : elsewhere, "one-of-twenty"))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => (answer.Body, answer.Location, answer.MediaType)).Distinct());
        Assert.NotNull(answers[0].Location);
        Assert.Single(answers, answer => !answer.IsReplayed);
        Assert.Equal(1, await CountAsync(person));
    }

    [Fact]
    public async Task D12_another_key_another_person_and_no_key_make_another_thing()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var first = await CreateAsync(person.Http, "mine");

        Assert.NotEqual(first.Body, (await CreateAsync(person.Http, "another")).Body);
        Assert.NotEqual(first.Body, (await CreateAsync(other.Http, "mine")).Body);
        await person.CreateProjectAsync();
        await person.CreateProjectAsync();

        Assert.Equal((4, 1), (await CountAsync(person), await CountAsync(other)));
        Assert.Equal(first with { IsReplayed = true }, await CreateAsync(person.Http, "mine"));
    }

    [Fact]
    public async Task Another_body_with_the_same_key_is_refused()
    {
        var person = await studio.RegisterAsync();
        await CreateAsync(person.Http, "key", "One");

        var answer = await CreateAsync(person.Http, "key", "Two");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("\"idempotency_key_reused\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(person));
    }

    [Fact]
    public async Task One_key_at_two_operations_is_two()
    {
        var person = await studio.RegisterAsync();
        await CreateAsync(person.Http, "key");

        var book = await SendAsync(person.Http, "books", new { prompt = "A fox" }, "key");

        Assert.Equal((HttpStatusCode.Created, false), (book.Status, book.IsReplayed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("one", "two")]
    [InlineData(TooLong)]
    public async Task A_key_that_is_none_is_refused(params string[] keys)
    {
        var person = await studio.RegisterAsync();

        var answer = await SendAsync(person.Http, "projects", new { name = "Bedtime" }, keys, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("\"Idempotency-Key\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(person));
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(person.Http, TooLong[1..])).Status);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var person = await studio.RegisterAsync();
        var refused = await CreateAsync(person.Http, "key", " ");

        var answer = await CreateAsync(person.Http, "key", "A good name");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal((HttpStatusCode.Created, false), (answer.Status, answer.IsReplayed));
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var person = await studio.RegisterAsync();
        studio.Door.FailNext = true;
        var failed = await SendAsync(person.Http, "door", new { }, "key");

        studio.Door.Open.TrySetResult();
        var answer = await SendAsync(person.Http, "door", new { }, "key");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        Assert.Equal((HttpStatusCode.Accepted, false), (answer.Status, answer.IsReplayed));
    }

    [Fact]
    public async Task Who_comes_while_the_first_is_answered_waits_for_the_answer()
    {
        var person = await studio.RegisterAsync();
        var (entered, open) = studio.Door.Close();
        var first = SendAsync(person.Http, "door", new { }, "key");
        await entered.WaitAsync(Patience, Cancel);

        var second = SendAsync(person.Http, "door", new { }, "key");
        open.SetResult();

        Assert.Equal(await first with { IsReplayed = true }, await second);
    }

    [Fact]
    public async Task What_a_caller_left_is_finished_and_answered_when_they_come_back()
    {
        var person = await studio.RegisterAsync();
        var (entered, open) = studio.Door.Close();
        using (var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel))
        {
            var first = SendAsync(person.Http, "door", new { }, "key", leaving.Token);
            await entered.WaitAsync(Patience, Cancel);
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        }

        var second = SendAsync(person.Http, "door", new { }, "key");
        open.SetResult();

        Assert.True((await second).IsReplayed);
    }

    [Fact]
    public async Task Who_waited_long_enough_is_told_so()
    {
        var person = await impatient.RegisterAsync();
        var (entered, open) = impatient.Door.Close();
        var first = SendAsync(person.Http, "door", new { }, "key");
        await entered.WaitAsync(Patience, Cancel);

        var second = await SendAsync(person.Http, "door", new { }, "key");
        open.SetResult();

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("\"idempotency_in_progress\"", second.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, (await first).Status);
    }

    [Fact]
    public async Task A_node_that_died_at_work_holds_its_key_no_longer_than_a_lease()
    {
        var person = await impatient.RegisterAsync();
        await CreateAsync(person.Http, "key");
        var lease = impatient.Services.GetRequiredService<KeptAnswers>().LeaseTime;
        await using (
            var die = impatient.Database.CreateCommand(
                "update platform.kept_answer set status = null, good_until = $1 where user_id = $2"
            )
        )
        {
            die.Parameters.Add(new() { Value = impatient.Clock.GetUtcNow().ToUniversalTime() + lease });
            die.Parameters.Add(new() { Value = person.Id });
            await die.ExecuteNonQueryAsync(Cancel);
        }
        Assert.Equal(HttpStatusCode.Conflict, (await CreateAsync(person.Http, "key")).Status);

        impatient.Clock.Advance(lease + TimeSpan.FromSeconds(1));

        var answer = await CreateAsync(person.Http, "key");
        Assert.Equal((HttpStatusCode.Created, false), (answer.Status, answer.IsReplayed));
    }

    [Fact]
    public async Task After_a_day_a_key_is_new_and_nothing_is_left_of_it()
    {
        var person = await impatient.RegisterAsync();
        var first = await CreateAsync(person.Http, "key");
        impatient.Clock.Advance(KeptAnswers.Life + TimeSpan.FromMinutes(1));
        person = await impatient.SignInAgainAsync(person);

        var second = await CreateAsync(person.Http, "key");
        Assert.NotEqual(first.Body, second.Body);
        Assert.False(second.IsReplayed);

        impatient.Clock.Advance(KeptAnswers.Life + TimeSpan.FromMinutes(1));
        await impatient.Services.GetServices<IHostedService>().OfType<Sweeper>().Single().SweepAsync(Cancel);
        await using var count = impatient.Database.CreateCommand(
            $"select count(*) from platform.kept_answer where user_id = '{person.Id}'"
        );
        Assert.Equal(0L, await count.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task Who_leaves_leaves_no_answer_behind()
    {
        var person = await studio.RegisterAsync();
        await CreateAsync(person.Http, "key");

        (await person.DeleteAsync("users/me")).Expect(HttpStatusCode.NoContent);

        await using var count = studio.Database.CreateCommand(
            $"select count(*) from platform.kept_answer where user_id = '{person.Id}'"
        );
        Assert.Equal(0L, await count.ExecuteScalarAsync(Cancel));
    }

    private static Task<Told> CreateAsync(HttpClient http, string key, string name = "Bedtime") =>
        SendAsync(http, "projects", new { name }, key);

    private static Task<Told> SendAsync(
        HttpClient http,
        string path,
        object body,
        string key,
        CancellationToken? cancel = null
    ) => SendAsync(http, path, body, [key], cancel ?? Cancel);

    private static async Task<Told> SendAsync(
        HttpClient http,
        string path,
        object body,
        string[] keys,
        CancellationToken cancel
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/{path}", UriKind.Relative));
        request.Content = JsonContent.Create(body);
        request.Headers.Add("Idempotency-Key", keys);
        using var answer = await http.SendAsync(request, cancel);
        return new(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(cancel),
            answer.Headers.Location,
            answer.Content.Headers.ContentType?.ToString(),
            answer.Headers.Contains("Idempotency-Replayed")
        );
    }

    private static async Task<int> CountAsync(Person person) =>
        (await person.GetAsync("projects?limit=100")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Count;

    private sealed record Told(HttpStatusCode Status, string Body, Uri? Location, string? MediaType, bool IsReplayed);

    /// <summary>An operation that ends when the test says so.</summary>
    internal sealed class Door
    {
        private TaskCompletionSource _entered = Signal();

        public TaskCompletionSource Open { get; private set; } = Signal();

        public bool FailNext { get; set; }

        public (Task Entered, TaskCompletionSource Open) Close()
        {
            (_entered, Open) = (Signal(), Signal());
            return (_entered.Task, Open);
        }

        public async Task<IResult> EnterAsync(TimeProvider clock, CancellationToken cancel)
        {
            if (FailNext)
            {
                FailNext = false;
                throw new InvalidOperationException("The door is stuck.");
            }
            _entered.TrySetResult();
            await Open.Task.WaitAsync(cancel);
            return TypedResults.Accepted("/api/v1/door", new { Id = Guid.CreateVersion7(clock.GetUtcNow()) });
        }

        private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public class Studio : StudioFactory
    {
        internal Door Door { get; } = new();

        // A machine that runs tests may be slow.
        protected override IEnumerable<string> Settings =>
            [.. base.Settings, "--Atelier:Idempotency:WaitSeconds=60", "--Atelier:Http:RequestSeconds=120"];

        internal override void Extend(WebApplication app) =>
            app.MapPost("/api/v1/door", Door.EnterAsync)
                .RequireAuthorization()
                .Idempotent()
                .WithMetadata(AccessRule.SignedIn);
    }

    public sealed class ImpatientStudio : Studio
    {
        protected override IEnumerable<string> Settings => [.. base.Settings, "--Atelier:Idempotency:WaitSeconds=0"];
    }
}
