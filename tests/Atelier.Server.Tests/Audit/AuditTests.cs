using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Audit;

public sealed class AuditTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private const string Password = "a quiet blue harbour";

    [Fact]
    public async Task G01_each_thing_that_happens_leaves_one_entry_with_who_what_whom_when_where_and_how()
    {
        var admin = await studio.RegisterAsync("admin");
        var began = studio.Clock.GetUtcNow();
        var email = $"{Guid.CreateVersion7(began):n}@example.org";
        var user = Id(
            (await PostAsync("auth/register", new { email, password = Password })).Expect(HttpStatusCode.Created)
        );
        await PostAsync("auth/login", new { email, password = "not the password" });
        var tokens = (await PostAsync("auth/login", new { email, password = Password })).Expect(HttpStatusCode.OK);
        using var http = Authorised(tokens["accessToken"]!.GetValue<string>());
        var old = new { refreshToken = tokens["refreshToken"]!.GetValue<string>() };
        (await http.AskAsync(HttpMethod.Get, "users")).Expect(HttpStatusCode.Forbidden);
        var wrong = new { currentPassword = "not the password", password = "nine lanterns over moss" };
        (await http.AskAsync(HttpMethod.Post, "auth/password", wrong)).Expect(HttpStatusCode.Forbidden);
        (await PostAsync("auth/refresh", old)).Expect(HttpStatusCode.OK);
        studio.Clock.Advance(TimeSpan.FromSeconds(11));
        (await PostAsync("auth/refresh", old)).Expect(HttpStatusCode.Unauthorized);
        (await admin.PatchAsync($"users/{user}", new { role = "moderator" })).Expect(HttpStatusCode.OK);
        (await admin.PatchAsync($"users/{user}", new { disabled = true })).Expect(HttpStatusCode.OK);
        (await admin.PatchAsync($"users/{user}", new { disabled = false })).Expect(HttpStatusCode.OK);
        var again = (await PostAsync("auth/login", new { email, password = Password })).Expect(HttpStatusCode.OK);
        using var last = Authorised(again["accessToken"]!.GetValue<string>());
        (await last.AskAsync(HttpMethod.Post, "auth/logout")).Expect(HttpStatusCode.NoContent);

        var lines = await ReadAsync(admin, $"from={Uri.EscapeDataString(began.ToString("O"))}");

        Assert.Equal(
            [
                ("user.registered", "ok", null, user),
                ("login", "failed", null, user),
                ("login", "ok", user, null),
                ("access.denied", "denied", user, null),
                ("password.changed", "failed", user, user),
                ("session.refresh_reused", "denied", user, null),
                ("user.role_changed", "ok", admin.Id, user),
                ("user.disabled", "ok", admin.Id, user),
                ("user.enabled", "ok", admin.Id, user),
                ("login", "ok", user, null),
                ("logout", "ok", user, null),
            ],
            lines.Select(line =>
                (
                    Text(line, "action"),
                    Text(line, "outcome"),
                    (Guid?)line["actorId"],
                    Text(line, "subjectKind") == "user" ? (Guid?)line["subjectId"] : null
                )
            )
        );
        Assert.All(lines, line => Assert.Equal("127.0.0.1", Text(line, "address")));
        Assert.All(
            lines,
            line => Assert.InRange(line["at"]!.GetValue<DateTimeOffset>(), began, studio.Clock.GetUtcNow())
        );
        Assert.All(
            lines,
            line => Assert.DoesNotContain(email, line.ToJsonString(), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task G01_the_first_admin_comes_with_an_entry_too()
    {
        var admin = await studio.RegisterAsync("admin");
        var first = (await admin.GetAsync("users?search=admin@atelier.local")).Expect(HttpStatusCode.OK)["items"]![0]!;

        var lines = await ReadAsync(admin, $"subject={first["id"]}");

        var line = Assert.Single(lines);
        Assert.Equal(("user.created", "ok"), (Text(line, "action"), Text(line, "outcome")));
        Assert.Equal("first_start", line["details"]!["by"]!.GetValue<string>());
        Assert.Null(line["actorId"]);
    }

    [Fact]
    public async Task The_trail_is_for_admins_and_narrowed_by_what_is_asked_for()
    {
        var (admin, moderator) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync("moderator"));
        (await moderator.GetAsync("admin/audit")).Expect(HttpStatusCode.Forbidden);
        (await moderator.GetAsync("admin/audit/export")).Expect(HttpStatusCode.Forbidden);
        (await moderator.GetAsync("admin/audit/check")).Expect(HttpStatusCode.Forbidden);

        var denied = await ReadAsync(admin, $"actor={moderator.Id}&action=access.denied&outcome=denied");
        var first = (await admin.GetAsync($"admin/audit?actor={moderator.Id}&limit=2")).Expect(HttpStatusCode.OK);
        var rest = await admin.GetAsync($"admin/audit?actor={moderator.Id}&limit=2&cursor={first["nextCursor"]}");

        Assert.Equal(3, denied.Count);
        Assert.Equal("GET /api/v1/admin/audit/check", denied[^1]["details"]!["route"]!.GetValue<string>().TrimEnd('/'));
        Assert.Single(rest.Expect(HttpStatusCode.OK)["items"]!.AsArray());
        Assert.NotNull(
            (await admin.GetAsync("admin/audit?outcome=odd")).ExpectProblem(HttpStatusCode.BadRequest, "invalid")[
                "outcome"
            ]
        );
        (await admin.GetAsync("admin/audit?from=yesterday")).Expect(HttpStatusCode.BadRequest);
        (await admin.GetAsync("admin/audit?cursor=x")).Expect(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("ndjson", "application/x-ndjson")]
    [InlineData("csv", "text/csv")]
    public async Task The_trail_is_exported_line_by_line_and_that_is_recorded_too(string format, string mediaType)
    {
        var (admin, user) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync());
        (await admin.PatchAsync($"users/{user.Id}", new { role = "moderator" })).Expect(HttpStatusCode.OK);

        using var answer = await admin.Http.GetAsync(
            new Uri($"/api/v1/admin/audit/export?format={format}&subject={user.Id}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        var line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.Contains("user.role_changed", line, StringComparison.Ordinal);
        Assert.Contains(admin.Id.ToString(), line, StringComparison.Ordinal);
        Assert.Single(await ReadAsync(admin, $"actor={admin.Id}&action=audit.exported"));
    }

    private static async Task<List<JsonNode>> ReadAsync(Person admin, string query) =>
        [
            .. (await admin.GetAsync($"admin/audit?limit=100&{query}")).Expect(HttpStatusCode.OK)["items"]!
                .AsArray()
                .Select(line => line!)
                .Reverse(),
        ];

    private static string? Text(JsonNode line, string field) => line[field]?.GetValue<string>();

    private static Guid Id(JsonNode thing) => thing["id"]!.GetValue<Guid>();

    private Task<Answer> PostAsync(string path, object body) => studio.Stranger.AskAsync(HttpMethod.Post, path, body);

    private HttpClient Authorised(string token)
    {
        var http = new HttpClient { BaseAddress = studio.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}
