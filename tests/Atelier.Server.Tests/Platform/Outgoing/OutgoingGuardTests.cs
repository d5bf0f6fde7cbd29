using Atelier.Support;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Outgoing;

/// <summary>What may be called and what not, decided without calling anything.</summary>
public sealed class OutgoingGuardTests
{
    private static readonly KnownNames Names = Known();

    public static TheoryData<string> Hostile =>
        [
            .. """
                http://0/
                http://127.1/
                http://127.0.1/
                http://2130706433/
                http://0x7f000001/
                http://0x7f.1/
                http://0177.0.0.1/
                http://017700000001/
                http://127.000.000.001/
                http://3232235521/
                http://169.254.43518/
                http://0251.0376.0251.0376/
                http://127.0.0.1./
                http://localhost/
                http://localhost./
                http://LOCALHOST/
                http://4294967296/
                http://256.1.1.1/
                http://127.0.0.1.nip.test/
                http://mixed.test/
                http://mixed-six.test/
                http://nobody.test/
                http://１２７.0.0.1/
                http://①②⑦.⓪.⓪.①/
                http://127。0。0。1/
                http://[::]/
                http://[::1]/
                http://[::ffff:127.0.0.1]/
                http://[::ffff:7f00:1]/
                http://[::ffff:8.8.8.8]/
                http://[::127.0.0.1]/
                http://[64:ff9b::a00:1]/
                http://[64:ff9b::808:808]/
                http://[2002:7f00:1::]/
                http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/
                http://[fe80::1%25eth0]/
                http://[fe80::1]/
                http://[fd00:ec2::254]/
                http://[fec0::1]/
                http://[ff02::2]/
                http://[2001:db8::1]/
                http://[3fff::1]/
                http://10.0.0.1/
                http://10.255.255.255/
                http://100.64.0.0/
                http://100.127.255.255/
                http://169.254.169.254/latest/meta-data/
                http://172.16.0.1/
                http://172.31.255.255/
                http://192.0.0.8/
                http://192.0.2.1/
                http://192.88.99.1/
                http://192.168.0.1/
                http://198.18.0.1/
                http://198.19.255.255/
                http://198.51.100.7/
                http://203.0.113.9/
                http://224.0.0.1/
                http://239.255.255.255/
                http://240.0.0.1/
                http://255.255.255.255/
                http://public.test:8080/
                http://public.test:22/
                https://public.test:5432/
                http://public.test@127.0.0.1/
                http://public.test:80@127.0.0.1/
                http://127.0.0.1%2f@public.test/
                http://1.1.1.1 &@2.2.2.2# @3.3.3.3/
                http://127.1.1.1:80#\@127.2.2.2:80/
                http://127.1.1.1:80\@127.2.2.2:80/
                http://public.test\.evil/
                http:127.0.0.1/
                http:public.test/
                http:/public.test/
                http:///127.0.0.1/
                //127.0.0.1/
                /etc/passwd
                file:///etc/passwd
                gopher://public.test/
                dict://public.test:2628/
                ftp://public.test/
                data:text/plain,hi
                jar:http://127.0.0.1!/
                ws://public.test/
                http://public.test/%0d%0aHost:evil
                http://public.test/%00
                http://pub%6Cic.test/
                http://
                http://:80/
                http://public.test:99999/
                """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            "http://public.test/\nx",
            "http://pub\tlic.test/",
            "http://pub\u200blic.test/",
            "http://public.test/" + new string('a', 2048),
        ];

    public static TheoryData<string> Neighbours =>
        [
            .. """
                http://public.test/
                HTTPS://PUBLIC.test:443/path?q=1#part
                http://ⓟⓤⓑⓛⓘⓒ.ⓣⓔⓢⓣ/
                http://public.test./
                http://1.0.0.0/
                http://9.255.255.255/
                http://11.0.0.0/
                http://100.63.255.254/
                http://100.128.0.1/
                http://126.255.255.255/
                http://128.0.0.0/
                http://169.253.255.255/
                http://169.255.0.0/
                http://172.15.255.255/
                http://172.32.0.0/
                http://192.0.1.0/
                http://192.0.3.0/
                http://192.88.98.255/
                http://192.88.100.0/
                http://192.167.255.255/
                http://192.169.0.0/
                http://198.17.255.255/
                http://198.20.0.0/
                http://198.51.99.255/
                http://198.51.101.0/
                http://203.0.112.255/
                http://203.0.114.0/
                http://223.255.255.255/
                http://[2606:4700:4700::1111]/
                http://[64:ff9c::1]/
                http://[2001:db9::1]/
                http://[2003::1]/
                http://[fbff:ffff::1]/
                """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task E06_an_inside_or_doubtful_address_is_not_called(string address) =>
        Assert.False(await MayCallAsync(address));

    [Theory]
    [MemberData(nameof(Neighbours))]
    public async Task E06_what_lies_just_outside_the_forbidden_networks_may_be_called(string address) =>
        Assert.True(await MayCallAsync(address));

    [Fact]
    public async Task E06_a_hundred_hosts_inside_are_refused_and_as_many_just_outside_are_not()
    {
        Assert.True(HostileHosts.All.Count >= 100 && HostileHosts.Neighbours.Count >= 100);
        foreach (var host in HostileHosts.All)
            Assert.False(await MayCallAsync($"http://{host}/"), host);
        foreach (var host in HostileHosts.Neighbours)
            Assert.True(await MayCallAsync($"http://{host}/"), host);
    }

    [Fact]
    public async Task E06_the_machines_own_addresses_are_inside_wherever_they_are()
    {
        foreach (var own in SystemNames.OwnAddresses())
            Assert.False(await MayCallAsync(own.ToString().Contains(':') ? $"http://[{own}]/" : $"http://{own}/"));
    }

    [Theory]
    [InlineData("10.1.0.0/16", "http://10.1.2.3:8080/", true)]
    [InlineData("10.1.0.0/16", "http://10.2.2.3:8080/", false)]
    [InlineData("10.1.0.0/16", "http://[::ffff:10.1.2.3]/", false)]
    [InlineData("127.0.0.1", "http://127.0.0.1:9000/", true)]
    [InlineData("127.0.0.1", "http://127.0.0.2:9000/", false)]
    [InlineData("localhost", "http://localhost.:9000/", true)]
    [InlineData("localhost", "http://127.0.0.1:9000/", false)]
    public async Task What_the_operator_allows_may_be_called_at_any_port(string allowed, string address, bool may) =>
        Assert.Equal(may, await MayCallAsync(address, allowed));

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("http://host/")]
    [InlineData("a b")]
    [InlineData("")]
    public void An_entry_that_allows_nothing_stops_the_start(string entry) =>
        Assert.NotEmpty(new OutgoingOptions { Allow = [entry] }.Validate(new(this)));

    private static async Task<bool> MayCallAsync(string address, params string[] allowed)
    {
        var options = Options.Create(new OutgoingOptions { Allow = allowed });
        var guard = new OutgoingGuard(Names, options, TimeProvider.System);
        return Destination.TryParse(address, out var parsed)
            && await guard.AllowsAsync(parsed, TestContext.Current.CancellationToken);
    }

    private static KnownNames Known()
    {
        var names = new KnownNames();
        names.Set("public.test", "93.184.216.34,2606:2800:220:1:248:1893:25c8:1946");
        names.Set("localhost", "127.0.0.1,::1");
        names.Set("127.0.0.1.nip.test", "127.0.0.1");
        names.Set("mixed.test", "93.184.216.34,10.0.0.1");
        names.Set("mixed-six.test", "93.184.216.34,fd00::1");
        return names;
    }
}
