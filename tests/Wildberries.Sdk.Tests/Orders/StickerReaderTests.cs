using System.Globalization;
using System.Text;
using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class StickerReaderTests
{
    private readonly List<long[]> _accepted = [];
    private readonly List<long[]> _refused = [];
    private readonly List<long[]> _looked = [];
    private HashSet<long> _bad = [];
    private Func<long, bool> _exists = _ => true;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stickers_come_in_the_callers_order_in_batches_of_a_hundred()
    {
        long[] ids = [.. Enumerable.Range(1, 250).Select(id => (long)id).Reverse()];
        StickerResult<long> result = await ReadAsync(ids);
        Assert.Equal(ids, result.Stickers.Select(sticker => sticker.Id));
        Assert.Equal([100, 100, 50], _accepted.Select(batch => batch.Length));
        Assert.Equal("sticker 250", Encoding.UTF8.GetString(result.Stickers[0].Content.Span));
        Assert.Empty(result.Missing);
        Assert.Empty(result.Refused);
    }

    [Fact]
    public async Task What_WB_leaves_out_is_named()
    {
        _exists = id => id is not (3 or 5);
        StickerResult<long> result = await ReadAsync([5, 4, 3, 2]);
        Assert.Equal([4, 2], result.Stickers.Select(sticker => sticker.Id));
        Assert.Equal([5, 3], result.Missing);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(64)]
    [InlineData(100)]
    public async Task One_that_spoils_its_batch_is_found_with_few_refusals(int bad)
    {
        _bad = [bad];
        long[] ids = [.. Enumerable.Range(1, 100).Select(id => (long)id)];
        StickerResult<long> result = await ReadAsync(ids);
        StickerRefusal<long> refusal = Assert.Single(result.Refused);
        Assert.Equal((bad, "CustomsDeclarationIsRequired"), (refusal.Id, refusal.Exception.Code));
        Assert.Equal(ids.Where(id => id != bad), result.Stickers.Select(sticker => sticker.Id));

        // Seven halvings, and the batch itself.
        Assert.InRange(_refused.Count, 1, 8);
    }

    [Fact]
    public async Task Whoever_spoils_batches_the_others_get_their_stickers() =>
        await Gen.Select(Gen.Long[1, 400].List[0, 300], Gen.Int[2, 60], Gen.Bool).SampleAsync(async (ids, rarity, knowsCulprits) =>
        {
            var test = new StickerReaderTests
            {
                _bad = [.. ids.Where(id => id % rarity == 0)],
                _exists = id => id % 7 != 0,
            };
            long[] distinct = [.. ids.Distinct()];
            StickerResult<long> result = await test.ReadAsync(distinct, knowsCulprits ? test.LookAsync : null);
            HashSet<long> suspected = [.. result.Refused.Where(refusal => refusal.IsSuspected).Select(refusal => refusal.Id)];
            Assert.Equal(distinct.Where(id => test._bad.Contains(id) || suspected.Contains(id)), result.Refused.Select(refusal => refusal.Id));
            Assert.Equal(distinct.Where(id => !test._bad.Contains(id) && !suspected.Contains(id) && !test._exists(id)), result.Missing);
            Assert.Equal(distinct.Where(id => !test._bad.Contains(id) && !suspected.Contains(id) && test._exists(id)), result.Stickers.Select(sticker => sticker.Id));

            // A few are always found, and many cost no more than a few.
            Assert.True(suspected.Count == 0 || test._bad.Count >= 8);
            Assert.InRange(test._refused.Count, 0, StickerReader<long>.MaxRefusals + 12);
            if (knowsCulprits)
                Assert.InRange(test._refused.Count, test._bad.Count > 0 ? 1 : 0, 1);

            // A bad one costs a path of halvings at most.
            Assert.InRange(test._refused.Count, 0, 8 * test._bad.Count);
        }, iter: 200);

    [Fact]
    public async Task Where_all_are_refused_it_is_not_looked_for_without_end()
    {
        long[] ids = [.. Enumerable.Range(1, 1_000).Select(id => (long)id)];
        _bad = [.. ids];
        StickerResult<long> result = await ReadAsync(ids);
        Assert.Equal(ids, result.Refused.Select(refusal => refusal.Id));
        Assert.Equal(ids.Where(id => id > 100), result.Refused.Where(refusal => refusal.IsSuspected && refusal.Id > 100).Select(refusal => refusal.Id));

        // One for each batch, and those of the looking.
        Assert.InRange(_refused.Count, 64, 64 + 9 + 7);
    }

    [Fact]
    public async Task Culprits_that_can_be_looked_up_cost_one_refusal_in_all()
    {
        _bad = [.. Enumerable.Range(1, 300).Select(id => (long)id).Where(id => id % 3 == 0)];
        StickerResult<long> result = await ReadAsync([.. Enumerable.Range(1, 300).Select(id => (long)id)], LookAsync);
        Assert.Equal(100, result.Refused.Count);
        Assert.Equal(200, result.Stickers.Count);
        Assert.Single(_refused);
        Assert.Equal(3, _looked.Count);
    }

    [Fact]
    public async Task A_whole_batch_of_culprits_is_not_asked_for_again()
    {
        _bad = [1, 2, 3];
        StickerResult<long> result = await ReadAsync([1, 2, 3], LookAsync);
        Assert.Equal([1, 2, 3], result.Refused.Select(refusal => refusal.Id));
        Assert.Empty(_accepted);
        Assert.Single(_refused);
    }

    [Fact]
    public async Task Another_failure_is_no_fault_of_an_order()
    {
        var reader = new StickerReader<long>((_, _) => throw new WildberriesServerException("down"), refusal => refusal is WildberriesConflictException);
        await Assert.ThrowsAsync<WildberriesServerException>(() => reader.ReadAsync([1, 2], StickerFormat.Svg, Cancel));
    }

    [Fact]
    public async Task Nothing_is_asked_for_nothing()
    {
        StickerResult<long> result = await ReadAsync([]);
        Assert.Empty(result.Stickers);
        Assert.Empty(_accepted);
    }

    [Theory]
    [InlineData("PHN2Zy8+", "<svg/>")]
    [InlineData("<svg/>", "<svg/>")]
    [InlineData("^XA^XZ", "^XA^XZ")]
    [InlineData("~DGR:", "~DGR:")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("not Base64!", null)]
    public void A_file_is_read_as_WB_sends_it(string? file, string? content)
    {
        Sticker<long>? sticker = new ReceivedSticker<long> { Id = 1, File = file }.Decode(StickerFormat.Svg);
        Assert.Equal(content, sticker is null ? null : Encoding.UTF8.GetString(sticker.Content.Span));
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>", "png")]
    [InlineData("<!DOCTYPE html><html></html>", "svg")]
    [InlineData(" <HTML>", "svg")]
    [InlineData("<svg/>", "zplv")]
    [InlineData("<!doctype html>", "pdf")]
    [InlineData("{\"error\":true}", "png")]
    public void A_page_is_no_sticker(string content, string format)
    {
        string file = Convert.ToBase64String(Encoding.UTF8.GetBytes(content));
        Assert.Null(new ReceivedSticker<long> { Id = 1, File = file }.Decode(StickerFormat.From(format)));
        Assert.Null(new ReceivedSticker<long> { Id = 1, File = content }.Decode(StickerFormat.From(format)));
    }

    [Fact]
    public async Task Of_a_sticker_that_comes_twice_the_one_with_a_file_is_kept()
    {
        var reader = new StickerReader<long>(
            (_, _) => Task.FromResult<IEnumerable<ReceivedSticker<long>>>(
            [
                new ReceivedSticker<long> { Id = 1, File = "QQ==" }, new ReceivedSticker<long> { Id = 1 },
                new ReceivedSticker<long> { Id = 2 }, new ReceivedSticker<long> { Id = 2, File = "Qg==" },
            ]),
            _ => false);
        StickerResult<long> result = await reader.ReadAsync([1, 2], StickerFormat.ZplVertical, Cancel);
        Assert.Equal(["A", "B"], result.Stickers.Select(sticker => Encoding.UTF8.GetString(sticker.Content.Span)));
    }

    private Task<StickerResult<long>> ReadAsync(long[] ids, Func<long[], CancellationToken, Task<IReadOnlySet<long>>>? look = null) =>
        new StickerReader<long>(Answer, refusal => refusal is WildberriesConflictException, look).ReadAsync(ids, StickerFormat.ZplVertical, Cancel);

    private Task<IEnumerable<ReceivedSticker<long>>> Answer(long[] ids, CancellationToken cancellationToken)
    {
        if (ids.Any(_bad.Contains))
        {
            _refused.Add(ids);
            throw new WildberriesConflictException("refused") { Code = "CustomsDeclarationIsRequired", Delivery = Delivery.Refused };
        }

        _accepted.Add(ids);
        return Task.FromResult(ids.Where(_exists).Order().Select(id => new ReceivedSticker<long>
        {
            Id = id,
            File = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"sticker {id}"))),
        }));
    }

    private Task<IReadOnlySet<long>> LookAsync(long[] ids, CancellationToken cancellationToken)
    {
        _looked.Add(ids);
        return Task.FromResult<IReadOnlySet<long>>(ids.Where(_bad.Contains).ToHashSet());
    }
}
