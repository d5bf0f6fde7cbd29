using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Campaigns;
using Atelier.Jobs.Batches;
using Atelier.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Webhooks;

public sealed class WebhookTests(WebhookStudio studio) : IClassFixture<WebhookStudio>
{
    [Fact]
    public async Task The_end_of_a_job_is_told_once_and_signed_and_nobody_elses()
    {
        await using var receiver = await Receiver.StartAsync();
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var hook = await WebhookStudio.HookAsync(person, receiver, "job.succeeded");
        await BatchStudio.EndOfAsync(other, await BatchStudio.OrderAsync(other, "theirs too"));
        await BatchStudio.EndOfAsync(person, await BatchStudio.OrderAsync(person, "fail"));

        var batch = await BatchStudio.OrderAsync(person, "one");
        await receiver.ArriveAsync();
        var entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        var message = Assert.Single(receiver.All);
        Assert.Equal(("POST", "/bell?room=7"), (message.Method, message.Path));
        Assert.Equal("application/json", message.Headers["Content-Type"]);
        Assert.Equal(SignatureOf(message, $"{hook["secret"]}"), message.Headers["webhook-signature"]);
        Assert.Equal($"{entry["id"]}", message.Headers["webhook-id"]);
        var body = JsonNode.Parse(message.Body)!;
        Assert.Equal(("job.succeeded", "succeeded"), ($"{body["type"]}", $"{body["data"]!["state"]}"));
        Assert.Equal(
            ("test.write_note.v1", $"{batch["id"]}"),
            ($"{body["data"]!["kind"]}", $"{body["data"]!["batchId"]}")
        );
        Assert.NotNull(body["data"]!["result"]!["noteId"]);
        Assert.Equal(("delivered", 1, 200), (Text(entry["state"]), Number(entry["attempts"]), Number(entry["status"])));
        Assert.Null(entry["nextAt"]);
        var whole = (await person.GetAsync($"webhooks/deliveries/{entry["id"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal(body.ToJsonString(), whole["body"]!.ToJsonString());
    }

    [Fact]
    public async Task A_new_secret_signs_beside_the_earlier_one_for_as_long_as_its_owner_wishes()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var hook = await WebhookStudio.HookAsync(person, receiver, "job.succeeded");
        var path = $"webhooks/{hook["id"]}/secret";

        var next = (await person.PostAsync(path, new { keepEarlierHours = 1 })).Expect(HttpStatusCode.OK);
        Assert.NotEqual($"{hook["secret"]}", $"{next["secret"]}");
        await BatchStudio.OrderAsync(person, "one");
        await receiver.ArriveAsync();
        var both = receiver.All.Last();
        Assert.Equal(
            $"{SignatureOf(both, $"{next["secret"]}")} {SignatureOf(both, $"{hook["secret"]}")}",
            both.Headers["webhook-signature"]
        );

        var last = (await person.PostAsync(path, new { keepEarlierHours = 0 })).Expect(HttpStatusCode.OK);
        Assert.Null(last["earlierUntil"]);
        await BatchStudio.OrderAsync(person, "two");
        await receiver.ArriveAsync();
        var alone = receiver.All.Last();
        Assert.Equal(SignatureOf(alone, $"{last["secret"]}"), alone.Headers["webhook-signature"]);
        (await person.PostAsync(path, new { keepEarlierHours = 169 })).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
    }

    [Fact]
    public async Task A_campaign_that_waits_for_a_person_is_told()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        string[] events = ["campaign.budget_exceeded", "campaign.awaiting_review", "campaign.completed"];
        var hook = await WebhookStudio.HookAsync(person, receiver, events);
        var (campaign, states) = (
            await CampaignStudio.CreateAsync(person),
            studio.Services.GetRequiredService<CampaignStates>()
        );

        var full = new MoveFacts(ProblemCode: "budget_exceeded", Problem: "No room.");
        foreach (
            var (move, facts) in ((CampaignMove, MoveFacts)[])
                [
                    (CampaignMove.Start, new()),
                    (CampaignMove.Begin, new()),
                    (CampaignMove.Exceed, full),
                    (CampaignMove.Resume, new()),
                    (CampaignMove.Begin, new()),
                    (CampaignMove.Draft, new()),
                    (CampaignMove.Decide, new()),
                ]
        )
            Assert.NotNull(await states.MoveAsync(campaign, move, facts, TestContext.Current.CancellationToken));

        var log = await WebhookStudio.SettledAsync(person, hook, events.Length);
        Assert.Equal(events, log.Reverse().Select(entry => $"{entry["event"]}"));
        var bodies = receiver.All.Select(message => JsonNode.Parse(message.Body)!).ToList();
        Assert.All(bodies, body => Assert.Equal($"{campaign}", $"{body["data"]!["id"]}"));
        var held = bodies.Single(body => $"{body["type"]}" == events[0])["data"]!;
        Assert.Equal(("budgetExceeded", "budget_exceeded"), ($"{held["state"]}", $"{held["problem"]!["code"]}"));
    }

    [Fact]
    public async Task A_batch_that_is_finished_is_told_as_one_and_again_when_it_was_retried()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var hook = await WebhookStudio.HookAsync(person, receiver, "batch.finished");

        var batch = await BatchStudio.OrderAsync(person, "one", "mend", "two");
        await receiver.ArriveAsync();
        await BatchStudio.EndOfAsync(person, batch);
        studio.Mend(person);
        (await person.PostAsync($"{BatchStudio.PathOf(batch)}/retry-failed")).Expect(HttpStatusCode.OK);
        await receiver.ArriveAsync();
        await WebhookStudio.SettledAsync(person, hook, 2);

        var told = receiver.All.Select(message => JsonNode.Parse(message.Body)!).ToList();
        Assert.Equal(["partial", "succeeded"], told.Select(body => $"{body["data"]!["state"]}"));
        Assert.All(told, body => Assert.Equal($"{batch["id"]}", $"{body["data"]!["id"]}"));
    }

    [Fact]
    public async Task What_a_receiver_does_not_take_is_sent_again_as_the_same_message()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var hook = await WebhookStudio.HookAsync(person, receiver, "job.succeeded");
        receiver.Answer = http =>
        {
            http.Response.StatusCode = receiver.All.Count < 3 ? 500 : 204;
            return Task.CompletedTask;
        };

        await BatchStudio.OrderAsync(person, "one");
        await receiver.ArriveAsync(3);
        var entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        Assert.Equal(3, receiver.All.Count);
        Assert.Single(receiver.All.Select(message => message.Headers["webhook-id"]).Distinct());
        Assert.Single(receiver.All.Select(message => Encoding.UTF8.GetString(message.Body)).Distinct());
        Assert.All(
            receiver.All,
            message => Assert.Equal(SignatureOf(message, $"{hook["secret"]}"), message.Headers["webhook-signature"])
        );
        Assert.Equal(("delivered", 3, 204), (Text(entry["state"]), Number(entry["attempts"]), Number(entry["status"])));
        Assert.Null((await WebhookStudio.LookAsync(person, hook))["failingSince"]);
    }

    [Fact]
    public async Task A_webhook_whose_receiver_takes_nothing_is_disabled_and_taken_up_again_by_its_owner()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var admin = await studio.RegisterAsync("admin");
        var hook = await WebhookStudio.HookAsync(person, receiver, "job.succeeded");
        receiver.Answer = http => Task.FromResult(http.Response.StatusCode = 503);

        await BatchStudio.OrderAsync(person, "one");
        var entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        Assert.Equal(("failed", 3, 503), (Text(entry["state"]), Number(entry["attempts"]), Number(entry["status"])));
        var now = await WebhookStudio.LookAsync(person, hook);
        Assert.Equal(("false", "failing"), ($"{now["enabled"]}", $"{now["disabledBecause"]}"));
        var audit = (await admin.GetAsync("admin/audit?action=webhook.disabled")).Expect(HttpStatusCode.OK);
        Assert.Contains(audit["items"]!.AsArray(), line => $"{line!["subjectId"]}" == $"{hook["id"]}");

        receiver.Answer = _ => Task.CompletedTask;
        (await person.PatchAsync($"webhooks/{hook["id"]}", new { enabled = true })).Expect(HttpStatusCode.OK);
        (await person.PostAsync($"webhooks/deliveries/{entry["id"]}/redeliver")).Expect(HttpStatusCode.Accepted);
        entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        Assert.Equal(("delivered", 1), (Text(entry["state"]), Number(entry["attempts"])));
        Assert.Equal($"{entry["id"]}", receiver.All.Last().Headers["webhook-id"]);
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_not_asked_again()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var hook = await WebhookStudio.HookAsync(person, receiver, "job.succeeded");
        receiver.Answer = http => Task.FromResult(http.Response.StatusCode = 410);

        await BatchStudio.OrderAsync(person, "one");
        var entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        Assert.Equal(("failed", 1), (Text(entry["state"]), Number(entry["attempts"])));
        Assert.Equal("gone", $"{(await WebhookStudio.LookAsync(person, hook))["disabledBecause"]}");
    }

    [Fact]
    public async Task A_test_is_sent_once_and_changes_nothing_about_the_webhook()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var hook = await WebhookStudio.HookAsync(person, receiver, "job.succeeded");
        (await person.PatchAsync($"webhooks/{hook["id"]}", new { enabled = false })).Expect(HttpStatusCode.OK);
        receiver.Answer = http => Task.FromResult(http.Response.StatusCode = 500);

        (await person.PostAsync($"webhooks/{hook["id"]}/test")).Expect(HttpStatusCode.Accepted);
        var entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        Assert.Equal(("webhook.test", "failed"), (Text(entry["event"]), Text(entry["state"])));
        Assert.Equal("webhook.test", $"{JsonNode.Parse(Assert.Single(receiver.All).Body)!["type"]}");
        var now = await WebhookStudio.LookAsync(person, hook);
        Assert.Equal("owner", $"{now["disabledBecause"]}");
        Assert.Null(now["failingSince"]);
    }

    [Fact]
    public async Task A_receiver_that_hangs_does_not_hold_up_anybody_elses()
    {
        await using var hanging = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        hanging.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        await WebhookStudio.HookAsync(person, hanging, "job.succeeded");
        var hook = await WebhookStudio.HookAsync(other, receiver, "job.succeeded");

        await BatchStudio.OrderAsync(person, [.. Enumerable.Repeat("one", 30)]);
        await hanging.ArriveAsync(4);
        await BatchStudio.OrderAsync(other, "one");
        await receiver.ArriveAsync();

        Assert.Equal("delivered", Text(Assert.Single(await WebhookStudio.SettledAsync(other, hook))["state"]));
    }

    [Fact]
    public async Task A_webhook_of_a_project_hears_of_its_work_only_and_ends_with_it()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var project = await person.CreateProjectAsync();
        var made = await person.PostAsync(
            "webhooks",
            new
            {
                name = "Bell",
                url = WebhookStudio.UrlOf(receiver),
                events = (string[])["job.succeeded"],
                projectId = project,
            }
        );
        var hook = made.Expect(HttpStatusCode.Created);
        var everywhere = await WebhookStudio.HookAsync(person, receiver, "job.succeeded");

        await BatchStudio.OrderAsync(person, "outside of it");
        await WebhookStudio.SettledAsync(person, everywhere);

        Assert.Empty(await WebhookStudio.LogAsync(person, hook));
        (await person.DeleteAsync($"projects/{project}")).Expect(HttpStatusCode.NoContent);
        (await person.GetAsync($"webhooks/{hook["id"]}")).ExpectProblem(HttpStatusCode.NotFound, "webhook_not_found");
    }

    [Fact]
    public async Task A_person_has_so_many_webhooks_and_no_more_also_when_they_ask_at_once()
    {
        var person = await studio.RegisterAsync();
        var request = WebhookStudio.RequestFor("https://93.184.216.34/", "job.failed");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => person.PostAsync("webhooks", request)));

        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.Created),
            answer => answer.ExpectProblem(HttpStatusCode.Conflict, "too_many_webhooks")
        );
    }

    [Theory]
    [InlineData("""{"name":" ","url":"https://93.184.216.34/","events":["job.failed"]}""", "name")]
    [InlineData("""{"name":"A","url":"https://93.184.216.34/","events":[]}""", "events")]
    [InlineData("""{"name":"A","url":"https://93.184.216.34/","events":["job.lost"]}""", "events")]
    [InlineData("""{"name":"A","url":"https://93.184.216.34/","events":["webhook.test"]}""", "events")]
    public async Task A_bad_wish_is_refused_by_its_field(string body, string field)
    {
        var person = await studio.RegisterAsync();

        var errors = (await person.PostAsync("webhooks", JsonNode.Parse(body)!)).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );

        Assert.NotNull(errors[field]);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://nobody.test/")]
    [InlineData("https://93.184.216.34:5432/")]
    [InlineData("https://user@93.184.216.34/")]
    [InlineData("ftp://93.184.216.34/")]
    [InlineData("bell")]
    public async Task E06_a_webhook_to_an_inside_or_doubtful_address_is_refused(string url)
    {
        var person = await studio.RegisterAsync();
        var good = WebhookStudio.RequestFor("https://93.184.216.34/", "job.failed");
        var hook = (await person.PostAsync("webhooks", good)).Expect(HttpStatusCode.Created);

        var made = await person.PostAsync("webhooks", WebhookStudio.RequestFor(url, "job.failed"));
        var changed = await person.PatchAsync($"webhooks/{hook["id"]}", new { url });

        made.ExpectProblem(HttpStatusCode.UnprocessableEntity, "address_refused");
        changed.ExpectProblem(HttpStatusCode.UnprocessableEntity, "address_refused");
    }

    [Fact]
    public async Task E06_a_webhook_whose_host_moves_inside_is_not_delivered_there()
    {
        var person = await studio.RegisterAsync();
        studio.Names.Set("moving.test", "93.184.216.34", "127.0.0.1");
        var request = WebhookStudio.RequestFor("http://moving.test/", "job.failed");
        var hook = (await person.PostAsync("webhooks", request)).Expect(HttpStatusCode.Created);

        (await person.PostAsync($"webhooks/{hook["id"]}/test")).Expect(HttpStatusCode.Accepted);
        var entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        Assert.Equal(("failed", "refused"), (Text(entry["state"]), Text(entry["error"])));
        Assert.Null(entry["status"]);
    }

    [Fact]
    public async Task E06_a_webhook_follows_no_redirect()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var hook = await WebhookStudio.HookAsync(person, receiver, "job.failed");
        receiver.Answer = http =>
        {
            http.Response.Redirect(receiver.Address + "inside", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };

        (await person.PostAsync($"webhooks/{hook["id"]}/test")).Expect(HttpStatusCode.Accepted);
        var entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        Assert.Equal((307, "status"), (Number(entry["status"]), Text(entry["error"])));
        Assert.Single(receiver.All);
    }

    private static string SignatureOf(Received message, string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed =
            $"{message.Headers["webhook-id"]}.{message.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(message.Body)}";
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static int Number(JsonNode? node) => node!.GetValue<int>();
}
