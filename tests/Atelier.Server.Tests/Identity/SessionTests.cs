using System.Buffers.Text;
using System.Net;
using System.Text;
using Atelier.Identity.Sessions;
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
    public async Task A01_a_password_has_at_least_8_characters_and_at_most_72_bytes(string password, bool accepted)
    {
        var answer = await PostAsync("auth/register", new { email = NewEmail(), password });

        if (accepted)
            answer.Expect(HttpStatusCode.Created);
        else
            Assert.NotNull(answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["password"]);
    }

    [Fact]
    public async Task A02_a_long_password_counts_to_its_last_letter_and_its_case()
    {
        const string phrase = "the lighthouse keeper walks along 77 wet stones Before breakfast";
        Assert.Equal(64, phrase.Length);
        var email = NewEmail();
        (await PostAsync("auth/register", new { email, password = phrase })).Expect(HttpStatusCode.Created);

        (await LoginAsync(email, phrase)).Expect(HttpStatusCode.OK);
        (await LoginAsync(email, phrase[..^1])).Expect(HttpStatusCode.Unauthorized);
        (await LoginAsync(email, phrase.ToLowerInvariant())).Expect(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(73)]
    [InlineData(128)]
    [InlineData(1000)]
    public async Task A02_a_password_that_would_be_cut_is_refused_with_the_reason(int length)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i * 7 % 26)));

        var answer = await PostAsync("auth/register", new { email = NewEmail(), password });

        var errors = answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains("72 bytes", errors["password"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("twenty four letters only")]
    [InlineData("🦊🌙🍐🪁 seven foxes")]
    [InlineData("cafe\u0301 au lait a\u0300 huit")]
    public async Task A03_any_kind_of_phrase_registers_and_logs_in_in_either_spelling(string password)
    {
        var email = NewEmail();
        (await PostAsync("auth/register", new { email, password })).Expect(HttpStatusCode.Created);

        (await LoginAsync(email, password.Normalize(NormalizationForm.FormC))).Expect(HttpStatusCode.OK);
        (await LoginAsync(email, password.Normalize(NormalizationForm.FormD))).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("admin", "admin")]
    [InlineData("admin@atelier.local", "admin")]
    [InlineData("admin@atelier.local", "password")]
    [InlineData("admin@atelier.local", "no password")]
    public async Task A14_no_default_account_opens(string email, string password) =>
        (await LoginAsync(email, password)).ExpectProblem(HttpStatusCode.Unauthorized, "wrong_credentials");

    [Fact]
    public async Task A06_an_unknown_address_and_a_wrong_password_look_alike()
    {
        var email = await RegisterAsync();

        var wrong = await PostAsync("auth/login", new { email, password = "not the password" });
        var unknown = await PostAsync("auth/login", new { email = NewEmail(), password = Password });

        wrong.ExpectProblem(HttpStatusCode.Unauthorized, "wrong_credentials");
        unknown.ExpectProblem(HttpStatusCode.Unauthorized, "wrong_credentials");
        Assert.Equal(wrong.Body!["detail"]!.GetValue<string>(), unknown.Body!["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task C03_nobody_registers_as_an_admin()
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
    public async Task B01_without_a_token_or_with_a_bad_one_nothing_is_told()
    {
        (await studio.Stranger.AskAsync(HttpMethod.Get, "auth/me")).ExpectProblem(
            HttpStatusCode.Unauthorized,
            "unauthorized"
        );
        (await MeAsync("eyJhbGciOiJub25lIn0.e30.")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task B02_a_token_in_the_query_opens_only_the_hub()
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
    public async Task B12_fifty_refreshes_at_once_leave_one_line()
    {
        var first = await StartSessionAsync();

        var children = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RefreshedAsync(first)));

        Assert.Single(children.Distinct());
        await RefreshedAsync(children[0]);
    }

    [Fact]
    public async Task B12_a_retry_inside_the_grace_gets_the_same_successor()
    {
        var first = await StartSessionAsync();
        var second = await RefreshedAsync(first);
        studio.Clock.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal(second, await RefreshedAsync(first));
    }

    [Fact]
    public async Task B13_a_refresh_token_dies_after_a_week_without_use()
    {
        var first = await StartSessionAsync();

        studio.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));

        (await RefreshAsync(first)).ExpectProblem(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task B13_a_session_ends_after_ninety_days_however_often_it_is_used()
    {
        var token = await StartSessionAsync();
        for (var day = 0; day < 90; day += 6)
        {
            token = await RefreshedAsync(token);
            studio.Clock.Advance(TimeSpan.FromDays(6));
        }

        (await RefreshAsync(token)).ExpectProblem(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task B09_logging_out_kills_the_refresh_token()
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
    public async Task B14_no_refresh_token_is_stored_in_the_clear()
    {
        var token = await StartSessionAsync();
        var child = await RefreshedAsync(token);

        var stored = await DumpAsync();

        foreach (var secret in (string[])[token, child])
        {
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
            var bytes = Convert.ToHexStringLower(Base64Url.DecodeFromChars(secret));
            Assert.DoesNotContain(bytes, stored, StringComparison.Ordinal);
        }
        var hash = Convert.ToHexStringLower(RefreshToken.HashOf(token));
        Assert.Contains(hash, stored, StringComparison.Ordinal); // the dump does hold the column
    }

    [Fact]
    public void B14_ten_thousand_refresh_tokens_are_distinct_and_of_256_bits()
    {
        var tokens = Enumerable.Range(0, 10_000).Select(_ => RefreshToken.NewText()).ToList();

        Assert.Equal(tokens.Count, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Equal(256 / 8, Base64Url.DecodeFromChars(token).Length));
    }

    [Fact]
    public void G04_the_signing_key_is_readable_for_the_owner_only() =>
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(studio.DataFolder, "keys.json"))
        );

    /// <summary>Every row of every table, as a thief of the database would read them.</summary>
    private async Task<string> DumpAsync()
    {
        var text = new StringBuilder();
        foreach (
            var table in await RowsAsync(
                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
            )
        )
            text.AppendJoin('\n', await RowsAsync($"select row_to_json(t)::text from {table} t"));
        return text.ToString();
    }

    private async Task<List<string>> RowsAsync(string sql)
    {
        await using var command = studio.Database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(rows.GetString(0));
        return found;
    }

    private string NewEmail() => $"{Guid.CreateVersion7(studio.Clock.GetUtcNow()):n}@example.org";

    private async Task<string> RegisterAsync()
    {
        var email = NewEmail();
        (await PostAsync("auth/register", new { email, password = Password })).Expect(HttpStatusCode.Created);
        return email;
    }

    private async Task<string> StartSessionAsync() =>
        (await LoginAsync(await RegisterAsync())).Expect(HttpStatusCode.OK)["refreshToken"]!.GetValue<string>();

    private Task<Answer> LoginAsync(string email, string password = Password) =>
        PostAsync("auth/login", new { email, password });

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
