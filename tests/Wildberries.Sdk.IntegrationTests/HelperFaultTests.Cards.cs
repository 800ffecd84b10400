using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <content>Cards: what looks at WB after an unknown outcome, and so ends without an exception.</content>
public sealed partial class HelperFaultTests
{
    private const long Mugs = 1190;

    private static readonly Dictionary<string, SettlingWriter> SettlingWriters = new()
    {
        ["cards: create"] = new(
            "POST /content/v2/cards/upload",
            _ => { },
            async wb => Outcomes(await wb.Cards.CreateAndWaitAsync([Mug("a", "белый")], new DirectoryCache(wb.Directories), CreateQuickly, cancellationToken: Cancel)),
            emulator => emulator.Cards.All.Count(card => card.VendorCode == "a")),
        ["cards: attach"] = new(
            "POST /content/v2/cards/upload/add",
            AddMugs,
            async wb => Outcomes(await wb.Cards.AttachAndWaitAsync(100, Mug("a", "белый").Cards, null, CreateQuickly, cancellationToken: Cancel)),
            emulator => emulator.Cards.All.Count(card => card.VendorCode == "a")),
        ["cards: merge"] = new(
            "POST /content/v2/cards/moveNm",
            AddMugs,
            async wb => Outcomes(await wb.Cards.MergeCardsAsync(100, [3], TimeSpan.FromMinutes(2), Cancel)),
            emulator => emulator.Cards.Find(3)!.ImtId == 100 ? 1 : 0),
        ["cards: separate"] = new(
            "POST /content/v2/cards/moveNm",
            AddMugs,
            async wb => Outcomes(await wb.Cards.SeparateCardsAsync([2], TimeSpan.FromMinutes(2), Cancel)),
            emulator => emulator.Cards.Find(2)!.ImtId != 100 ? 1 : 0),
        ["cards: split off"] = new(
            "POST /content/v2/cards/moveNm",
            AddMugs,
            async wb => Outcomes(await wb.Cards.SplitOffCardsAsync([2, 3], TimeSpan.FromMinutes(2), Cancel)),
            emulator => emulator.Cards.Find(2)!.ImtId == emulator.Cards.Find(3)!.ImtId ? 1 : 0),
    };

    private static readonly CardCreationOptions CreateQuickly = new() { MaxWait = TimeSpan.FromMinutes(10) };

    public static MatrixTheoryData<string, string> SettlingWrites { get; } = new(SettlingWriters.Keys, WriteFaults.Keys);

    [Theory]
    [MemberData(nameof(SettlingWrites))]
    public async Task A_helper_that_looks_after_an_unknown_outcome_writes_once_and_says_what_became_of_it(string name, string fault)
    {
        (SettlingWriter helper, Case expected) = (SettlingWriters[name], WriteFaults[fault]);
        await using WildberriesEmulator emulator = await StartAsync(new FastClock(Speed));
        helper.Prepare(emulator);
        emulator.Faults.Next(helper.Operation, expected.Fault);
        await using ServiceProvider services = Connect(emulator);
        bool[] done = await helper.Write(services.GetRequiredService<IWildberriesClient>());
        bool takesEffect = expected.WritesAgain || expected.TakesEffect;
        Assert.Equal(expected.WritesAgain ? 2 : 1, emulator.Requests.Count(helper.Operation));
        Assert.Equal(takesEffect ? 1 : 0, helper.Effects(emulator));
        Assert.All(done, one => Assert.Equal(takesEffect, one));
    }

    private static Dictionary<string, Reader> CardReaders() => new()
    {
        ["cards: a check"] = new(
            "GET /content/v2/object/charcs/{subjectId}",
            "Directories.GetCharacteristics",
            _ => { },
            (wb, _) => Whole(CheckedAsync(wb), row => row.VendorCode)),
    };

    private static async Task<IReadOnlyList<CardCheckRow>> CheckedAsync(IWildberriesClient wb) =>
        (await wb.Cards.CheckAsync([Mug("a", "белый")], new DirectoryCache(wb.Directories), cancellationToken: Cancel)).Rows;

    // Nothing but done or unknown.
    private static bool[] Outcomes(CardCreation creation)
    {
        Assert.All(creation.Rows, row => Assert.True(row.Outcome is CardCreationOutcome.Created or CardCreationOutcome.Unknown, row.Reason));
        return [.. creation.Rows.Select(row => row.Outcome == CardCreationOutcome.Created)];
    }

    private static bool[] Outcomes(CardMoveResult result)
    {
        Assert.All(result.Rows, row => Assert.True(row.Outcome is CardMoveOutcome.Moved or CardMoveOutcome.Unknown, row.Reason));
        return [.. result.Rows.Select(row => row.Outcome == CardMoveOutcome.Moved)];
    }

    private static CardGroup Mug(string article, string color) => new()
    {
        SubjectId = Mugs,
        Cards = [new NewCard { VendorCode = article, Characteristics = [new CardCharacteristicInput { Id = 14177449, Value = CharacteristicValue.OfTexts(color) }] }],
    };

    // Two in one group, and one by itself.
    private static void AddMugs(WildberriesEmulator emulator)
    {
        foreach ((long nmId, long imtId, string color) in ((long, long, string)[])[(1, 100, "синий"), (2, 100, "серый"), (3, 200, "бежевый")])
        {
            emulator.Cards.Add(new EmulatedCard
            {
                NmId = nmId,
                ImtId = imtId,
                SubjectId = Mugs,
                Characteristics = [new EmulatedCardCharacteristic { Id = 14177449, Texts = [color] }],
            });
        }
    }

    private sealed record SettlingWriter(
        string Operation, Action<WildberriesEmulator> Prepare, Func<IWildberriesClient, Task<bool[]>> Write, Func<WildberriesEmulator, int> Effects);
}
