using System.Buffers.Binary;
using System.Text;
using Atelier.Drawing;
using Atelier.Library.Cards.Containers;
using Atelier.Testing.Models;
using static Atelier.Library.Cards.CardMaker;

namespace Atelier.Library.Cards;

public sealed class HostileCardTests
{
    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "nothing", "card_unknown" },
            { "text", "card_unknown" },
            { "program", "card_unknown" },
            { "picture without a card", "no_character_data" },
            { "jpeg without a card", "no_character_data" },
            { "lorebook alone", "no_character_data" },
            { "no name", "no_character_data" },
            { "list", "card_unknown" },
            { "data is a number", "card_malformed" },
            { "broken json", "card_malformed" },
            { "deep json", "card_malformed" },
            { "lone surrogate", "card_malformed" },
            { "many values", "card_too_large" },
            { "many entries of lore", "card_too_large" },
            { "not base64", "card_malformed" },
            { "encrypted", "card_encrypted" },
            { "encrypted in picture", "card_encrypted" },
            { "cut picture", "card_damaged" },
            { "damaged picture", "card_damaged" },
            { "huge picture", "picture_too_large" },
            { "many chunks", "card_too_large" },
            { "path up", "card_paths" },
            { "absolute path", "card_paths" },
            { "backslash path", "card_paths" },
            { "two of one name", "card_ambiguous" },
            { "bomb", "card_bomb" },
            { "many files", "card_too_large" },
            { "lying count", "card_damaged" },
            { "lying offset", "card_damaged" },
            { "encrypted archive", "card_encrypted" },
            { "cut archive", "card_damaged" },
            { "archive without a card", "no_character_data" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_card_is_refused_with_its_reason(string what, string code)
    {
        var (reading, refusal) = CardReader.Read(Made(what));
        Assert.Null(reading);
        Assert.Equal((422, code), (refusal!.Status, refusal.Code));
    }

    [Fact]
    public void Cards_cut_or_scratched_anywhere_are_read_or_refused_but_never_fail()
    {
        var seed = new Seed(7);
        byte[][] whole =
        [
            Png(V3()),
            Zip(("card.json", Json(V3()))),
            [.. Jpeg(), .. Zip(("card.json", Json(V2())))],
            Json(V1()),
        ];
        for (var i = 0; i < 2_000; i++)
        {
            var card = whole[i % whole.Length].ToArray();
            if (seed.Chance(0.5))
                card = card[..seed.Below(card.Length)];
            else
                for (var scratches = seed.Below(4); scratches >= 0; scratches--)
                    card[seed.Below(card.Length)] = (byte)seed.Below(256);
            var (reading, refusal) = CardReader.Read(card);
            Assert.True(reading is null != refusal is null);
        }
    }

    private static byte[] Made(string what) =>
        what switch
        {
            "nothing" => [],
            "text" => "Once upon a time"u8.ToArray(),
            "program" => "\u007fELF\u0002\u0001"u8.ToArray(),
            "picture without a card" => PlainPng.OfSize(4, 4),
            "jpeg without a card" => Jpeg(),
            "lorebook alone" => "{\"spec\":\"lorebook_v3\",\"data\":{}}"u8.ToArray(),
            "no name" => Json(V2(data => data["name"] = " ")),
            "list" => "[1]"u8.ToArray(),
            "data is a number" => "{\"spec\":\"chara_card_v3\",\"data\":5}"u8.ToArray(),
            "broken json" => "{\"name\":"u8.ToArray(),
            "deep json" => Encoding.UTF8.GetBytes(
                "{\"name\":\"a\",\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}"
            ),
            "lone surrogate" => "{\"name\":\"\\ud800\"}"u8.ToArray(),
            "many values" => Encoding.UTF8.GetBytes(
                "{\"name\":\"a\",\"x\":[" + string.Join(',', Enumerable.Repeat("1", 250_000)) + "]}"
            ),
            "many entries of lore" => Json(
                V2(data =>
                    data["character_book"] = Book([.. Enumerable.Range(0, 5_001).Select(i => Entry("k", $"{i}"))])
                )
            ),
            "not base64" => Png(("chara", "####")),
            "encrypted" => "rcc||secret"u8.ToArray(),
            "encrypted in picture" => Png(("ccv3", Base64("rcc||secret"u8.ToArray()))),
            "cut picture" => Png(V3())[..^20],
            "damaged picture" => Damaged(),
            "huge picture" => Huge(),
            "many chunks" => PngFile.Write([
                .. PngFile.Read(PlainPng.OfSize(1, 1)).SkipLast(1),
                .. Enumerable.Repeat(PngFile.Text("a", "b"u8), 20_000),
            ]),
            "path up" => Zip(("card.json", Json(V3())), ("../../etc/x", [1])),
            "absolute path" => Zip(("card.json", Json(V3())), ("/etc/x", [1])),
            "backslash path" => Zip(("card.json", Json(V3())), ("..\\x", [1])),
            "two of one name" => Zip(("card.json", Json(V3())), ("card.json", Json(V2()))),
            "bomb" => Zip(("card.json", Json(V3())), ("assets/a.bin", new byte[16 << 20])),
            "many files" => Zip([
                ("card.json", Json(V3())),
                .. Enumerable.Range(0, 600).Select(i => ($"a{i}", new byte[1])),
            ]),
            "lying count" => Changed(at: 10, [9, 0]),
            "lying offset" => Changed(at: 16, [0xFF, 0xFF, 0xFF, 0]),
            "encrypted archive" => EncryptedZip(),
            "cut archive" => Zip(("card.json", Json(V3())))[..^30],
            "archive without a card" => Zip(("a.json", Json(V3()))),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

    private static byte[] Damaged()
    {
        var file = Png(V3());
        file[17] ^= 1; // in the header, so that its checksum is wrong
        return file;
    }

    private static byte[] Huge()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, 1_000_000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 1_000_000);
        return PngFile.Write([new("IHDR", header, false), new("IEND", Array.Empty<byte>(), false)]);
    }

    /// <summary>Bytes changed in the record at an archive's end.</summary>
    private static byte[] Changed(int at, byte[] bytes)
    {
        var file = Zip(("card.json", Json(V3())));
        bytes.CopyTo(file, file.Length - 22 + at);
        return file;
    }

    private static byte[] EncryptedZip()
    {
        var file = Zip(("card.json", Json(V3())));
        file[file.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return file;
    }
}
