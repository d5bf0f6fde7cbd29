using System.Net;
using System.Text.RegularExpressions;
using Atelier.Support;
using Atelier.Testing;

namespace Atelier.Identity;

/// <summary>An operator's commands beside a studio that runs.</summary>
public sealed class UserCommandTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    // A known answer from the tests of Python's bcrypt.
    private const string Phrase = "Kk4DQuMMfZL9o";
    private const string Python = "$2b$04$cVWp4XaNU8a4v1uMRum2SO026BWLIoQMD/TXg5uZV.0P.uO8m3YEm";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_created_admin_logs_in_with_the_password_that_was_printed()
    {
        var email = NewEmail();

        var (code, output, _) = await RunAsync("create", "--email", email, "--role=admin");
        var again = await RunAsync("create", "--email", email.ToUpperInvariant());

        Assert.Equal(0, code);
        var tokens = await LoginAsync(email, PrintedPassword(output));
        using var http = Authorised(tokens.Expect(HttpStatusCode.OK)["accessToken"]!.GetValue<string>());
        var me = (await http.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.OK);
        Assert.Equal(("admin", true), (me["role"]!.GetValue<string>(), me["passwordExpired"]!.GetValue<bool>()));
        Assert.Equal((1, ""), (again.Code, again.Output));
        Assert.Contains("already", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standing_and_password_change_and_the_open_sessions_end()
    {
        var person = await studio.RegisterAsync();

        Assert.Equal(
            $"{person.Email}: moderator",
            (await RunAsync("role", $"--email={person.Email}", "--role", "moderator")).Output
        );
        Assert.Equal(
            $"{person.Email}: moderator, disabled",
            (await RunAsync("disable", "--email", person.Email)).Output
        );
        Assert.Equal($"{person.Email}: moderator", (await RunAsync("enable", "--email", person.Email)).Output);
        var reset = await RunAsync("reset", "--email", person.Email);
        var list = await RunAsync("list", "--search", person.Email);

        (await person.GetAsync("auth/me")).Expect(HttpStatusCode.Unauthorized);
        (await LoginAsync(person.Email, PrintedPassword(reset.Output))).Expect(HttpStatusCode.OK);
        Assert.Matches($"^moderator +never +{Regex.Escape(person.Email)} +Test$", list.Output);
        var admin = await studio.RegisterAsync("admin");
        var lines = (await admin.GetAsync($"admin/audit?subject={person.Id}")).Expect(HttpStatusCode.OK)[
            "items"
        ]!.AsArray();
        Assert.Equal(
            ["password.reset_forced", "user.enabled", "user.disabled", "user.role_changed"],
            lines.Select(line => line!["action"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task People_are_imported_with_the_passwords_they_have_and_bad_lines_stop_no_good_ones()
    {
        var emails = Enumerable.Range(0, 4).Select(_ => NewEmail()).ToList();
        var taken = await studio.RegisterAsync();
        var file = Path.Combine(studio.DataFolder, "people.csv");
        await File.WriteAllLinesAsync(
            file,
            [
                "email,name,role,hash",
                $"{emails[0]},Ann,user,{Python}",
                $"{emails[1]},\"Brown, Ben\",moderator,{Python.Replace("$2b$", "$2y$", StringComparison.Ordinal)}",
                "",
                $"{emails[2]},,,{Python.Replace("$2b$", "$2a$", StringComparison.Ordinal)}",
                $"{emails[0].ToUpperInvariant()},Ann,user,{Python}",
                $"{taken.Email},Taken,admin,{Python}",
                $"not an address,Cid,user,{Python}",
                $"{emails[3]},Dan,owner,{Python}",
                $"{emails[3]},Dan,user,5f4dcc3b5aa765d61d8327deb882cf99",
                $"{emails[3]},Dan,user,{Python.Replace("$04$", "$31$", StringComparison.Ordinal)}",
                $"{emails[3]},\"Dan,user,{Python}",
                $"{emails[3]},Dan",
            ],
            Cancel
        );

        var first = await RunAsync("import", file);
        var second = await RunAsync("import", file);

        Assert.Equal(
            [
                $"line 2: imported {emails[0]}",
                $"line 3: imported {emails[1]}",
                $"line 5: imported {emails[2]}",
                "line 6: refused: the address stands in line 2 already",
                $"line 7: left as it is: {taken.Email}",
                "line 8: refused: this is not an e-mail address",
                "line 9: refused: the role must be admin, moderator or user",
                "line 10: refused: the hash is not bcrypt ($2a$, $2b$ or $2y$)",
                "line 11: refused: the hash has a cost below 4 or above 14",
                "line 12: refused: its quotation marks do not match",
                "line 13: refused: a line is email,name,role,hash",
                "3 imported, 1 there already, 7 refused",
            ],
            first.Output.Split('\n')
        );
        Assert.Equal((1, 1), (first.Code, second.Code));
        Assert.EndsWith("0 imported, 4 there already, 7 refused", second.Output, StringComparison.Ordinal);
        foreach (var email in emails.Take(3))
            (await LoginAsync(email, Phrase)).Expect(HttpStatusCode.OK);
        (await LoginAsync(emails[0], Phrase + "r")).Expect(HttpStatusCode.Unauthorized);
        (await LoginAsync(taken.Email, Phrase)).Expect(HttpStatusCode.Unauthorized);
        var admin = await studio.RegisterAsync("admin");
        var found = (await admin.GetAsync($"users?search={emails[1]}")).Expect(HttpStatusCode.OK)["items"]![0]!;
        Assert.Equal(
            ("Brown, Ben", "moderator"),
            (found["name"]!.GetValue<string>(), found["role"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task The_audit_trail_is_verified()
    {
        var (code, output, _) = await RunAsync("audit", "verify");

        Assert.Equal(0, code);
        Assert.Matches(@"^\d+ entries in the chain, \d+ not yet; head [0-9a-f]{64}$", output);
    }

    [Theory]
    [InlineData]
    [InlineData("create")]
    [InlineData("import")]
    [InlineData("role", "--email", "ann@example.org")]
    [InlineData("frobnicate")]
    public async Task A_line_that_is_not_understood_is_answered_with_the_usage(params string[] line)
    {
        var (code, _, errors) = await RunAsync(line);

        Assert.Equal(2, code);
        Assert.Contains("atelier user create --email E", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no account", "disable", "--email", "nobody@example.org")]
    [InlineData("The role must be", "create", "--email", "new@example.org", "--role", "owner")]
    [InlineData("not an e-mail address", "create", "--email", "new")]
    [InlineData("Could not find", "import", "/nowhere/people.csv")]
    public async Task What_cannot_be_done_is_refused_in_one_sentence(string sentence, params string[] line)
    {
        var (code, _, errors) = await RunAsync(line);

        Assert.Equal(1, code);
        Assert.Contains(sentence, Assert.Single(errors.Split('\n')), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await UserCommand.RunAsync(
            [
                .. line,
                $"--data={studio.DataFolder}",
                $"--Atelier:Database={studio.ConnectionString}",
                "--Atelier:Packs",
                RepositoryRoot.Packs,
            ],
            output,
            errors
        );
        return (code, output.ToString().TrimEnd(), errors.ToString().TrimEnd());
    }

    private static string PrintedPassword(string output) =>
        Regex.Match(output, "one-time password: (\\S+)").Groups[1].Value;

    private string NewEmail() => $"{Guid.CreateVersion7(studio.Clock.GetUtcNow()):n}@example.org";

    private Task<Answer> LoginAsync(string email, string password) =>
        studio.Stranger.AskAsync(HttpMethod.Post, "auth/login", new { email, password });

    private HttpClient Authorised(string token)
    {
        var http = new HttpClient { BaseAddress = studio.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}

/// <summary>An operator's commands beside the studio's own PostgreSQL, which one process at a time may hold.</summary>
public sealed class UserCommandProcessTests
{
    [Fact]
    public async Task Commands_work_before_the_first_start_while_the_studio_runs_and_after_it()
    {
        var data = Directory.CreateTempSubdirectory("atelier-user-test-");
        try
        {
            await RunAsync(data, "create", "--email", "ann@example.org", "--role", "admin");
            using (var studio = await StudioProcess.Start(data.FullName).ReadyAsync())
            {
                await studio.RegisterAsync();
                await RunAsync(data, "disable", "--email", "reader@example.org");
                await studio.TerminateAsync();
            }

            var list = await RunAsync(data, "list");
            await RunAsync(data, "audit", "verify");

            Assert.Equal(2, list.Split('\n').Length); // the first admin was made before, so the start made no other
            Assert.Matches("reader@example.org +reader +disabled$", list);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(DirectoryInfo data, params string[] line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter();
        string[] studio = [$"--data={data.FullName}", $"--Atelier:Packs={RepositoryRoot.Packs}"];
        var code = await UserCommand.RunAsync([.. line, .. studio], output, errors);
        Assert.True(code == 0, errors.ToString());
        return output.ToString().TrimEnd();
    }
}
