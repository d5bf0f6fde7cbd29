using System.Net;
using Atelier.Support;

namespace Atelier.Identity;

public sealed class SessionTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private const string Password = "a quiet blue harbour";

    [Fact]
    public async Task A_registered_person_logs_in_and_is_known()
    {
        var email = await RegisterAsync();

        var tokens = (await LoginAsync(email.ToUpperInvariant())).Expect(HttpStatusCode.OK);
        var me = await MeAsync(tokens["accessToken"]!.GetValue<string>());

        Assert.Equal(email, me.Expect(HttpStatusCode.OK)["email"]!.GetValue<string>());
        Assert.Equal(1800, tokens["expiresIn"]!.GetValue<int>());
        Assert.DoesNotContain("hash", me.Body!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_address_is_taken_whatever_the_case_of_its_letters()
    {
        var email = await RegisterAsync();

        var second = await PostAsync("auth/register", new { email = email.ToUpperInvariant(), password = Password });

        second.ExpectProblem(HttpStatusCode.Conflict, "email_taken");
    }

    [Theory]
    [InlineData("seven77", false)]
    [InlineData("eight-8!", true)]
    [InlineData("éàüöäñçøåêâîôûëïßþéàüöäñçøåêâîôûëïßþ", true)] // 36 letters, 72 bytes
    [InlineData("éàüöäñçøåêâîôûëïßþéàüöäñçøåêâîôûëïßþé", false)]
    [InlineData("nul\0nul\0nul", false)]
    public async Task A_password_has_at_least_8_characters_and_at_most_72_bytes(string password, bool accepted)
    {
        var answer = await PostAsync("auth/register", new { email = NewEmail(), password });

        if (accepted)
            answer.Expect(HttpStatusCode.Created);
        else
            Assert.NotNull(answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["password"]);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_look_alike()
    {
        var email = await RegisterAsync();

        var wrong = await PostAsync("auth/login", new { email, password = "not the password" });
        var unknown = await PostAsync("auth/login", new { email = NewEmail(), password = Password });

        wrong.ExpectProblem(HttpStatusCode.Unauthorized, "wrong_credentials");
        unknown.ExpectProblem(HttpStatusCode.Unauthorized, "wrong_credentials");
        Assert.Equal(wrong.Body!["detail"]!.GetValue<string>(), unknown.Body!["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nobody_registers_as_an_admin()
    {
        var email = NewEmail();
        var user = await PostAsync(
            "auth/register",
            new
            {
                email,
                password = Password,
                role = "admin",
                isAdmin = true,
            }
        );

        Assert.Equal("user", user.Expect(HttpStatusCode.Created)["role"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_a_token_or_with_a_bad_one_nothing_is_told()
    {
        (await studio.Stranger.AskAsync(HttpMethod.Get, "auth/me")).ExpectProblem(
            HttpStatusCode.Unauthorized,
            "unauthorized"
        );
        (await MeAsync("eyJhbGciOiJub25lIn0.e30.")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_token_in_the_query_opens_only_the_hub()
    {
        var person = await studio.RegisterAsync();

        var answer = await studio.Stranger.AskAsync(HttpMethod.Get, $"auth/me?access_token={person.AccessToken}");

        answer.ExpectProblem(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_refresh_token_is_traded_for_its_successor()
    {
        var first = await StartSessionAsync();

        var second = await RefreshedAsync(first);
        var third = await RefreshedAsync(second);

        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
    }

    [Fact]
    public async Task Fifty_refreshes_at_once_leave_one_line()
    {
        var first = await StartSessionAsync();

        var children = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RefreshedAsync(first)));

        Assert.Single(children.Distinct());
        await RefreshedAsync(children[0]);
    }

    [Fact]
    public async Task An_old_refresh_token_ends_the_whole_session()
    {
        var first = await StartSessionAsync();
        var second = await RefreshedAsync(first);
        studio.Clock.Advance(TimeSpan.FromSeconds(11));

        (await RefreshAsync(first)).ExpectProblem(HttpStatusCode.Unauthorized, "invalid_refresh_token");

        (await RefreshAsync(second)).ExpectProblem(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_refresh_token_dies_after_a_week_without_use()
    {
        var first = await StartSessionAsync();

        studio.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));

        (await RefreshAsync(first)).ExpectProblem(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task Logging_out_kills_the_refresh_token()
    {
        var tokens = (await LoginAsync(await RegisterAsync())).Expect(HttpStatusCode.OK);
        using var http = Authorised(tokens["accessToken"]!.GetValue<string>());

        (await http.AskAsync(HttpMethod.Post, "auth/logout")).Expect(HttpStatusCode.NoContent);

        (await RefreshAsync(tokens["refreshToken"]!.GetValue<string>())).ExpectProblem(
            HttpStatusCode.Unauthorized,
            "invalid_refresh_token"
        );
    }

    [Fact]
    public async Task No_refresh_token_is_stored_in_the_clear()
    {
        var token = await StartSessionAsync();

        await using var command = studio.Database.CreateCommand(
            "select count(*) from identity.refresh_token where encode(hash, 'escape') like '%' || $1 || '%'"
        );
        command.Parameters.AddWithValue(token);

        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.True(token.Length >= 43);
    }

    [Fact]
    public void The_signing_key_is_readable_for_the_owner_only() =>
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(studio.DataFolder, "keys.json"))
        );

    private string NewEmail() => $"{Guid.CreateVersion7(studio.Clock.GetUtcNow()):n}@example.org";

    private async Task<string> RegisterAsync()
    {
        var email = NewEmail();
        (await PostAsync("auth/register", new { email, password = Password })).Expect(HttpStatusCode.Created);
        return email;
    }

    private async Task<string> StartSessionAsync() =>
        (await LoginAsync(await RegisterAsync())).Expect(HttpStatusCode.OK)["refreshToken"]!.GetValue<string>();

    private Task<Answer> LoginAsync(string email) => PostAsync("auth/login", new { email, password = Password });

    private Task<Answer> RefreshAsync(string refreshToken) => PostAsync("auth/refresh", new { refreshToken });

    private async Task<string> RefreshedAsync(string token) =>
        (await RefreshAsync(token)).Expect(HttpStatusCode.OK)["refreshToken"]!.GetValue<string>();

    private async Task<Answer> MeAsync(string token)
    {
        using var http = Authorised(token);
        return await http.AskAsync(HttpMethod.Get, "auth/me");
    }

    private HttpClient Authorised(string token)
    {
        var http = new HttpClient { BaseAddress = studio.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    private Task<Answer> PostAsync(string path, object body) => studio.Stranger.AskAsync(HttpMethod.Post, path, body);
}
