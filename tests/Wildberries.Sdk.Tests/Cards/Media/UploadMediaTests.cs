using System.Net;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;
using static Wildberries.Sdk.Tests.Cards.Media.MediaShelf;

namespace Wildberries.Sdk.Tests.Cards.Media;

public sealed class UploadMediaTests
{
    private readonly MediaShelf _shelf = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_with_numbers_take_their_places_others_are_added_and_the_video_goes_last()
    {
        _shelf.Have(1, photos: 2);
        _shelf.Have(2);
        CardMediaResult result = await _shelf.UploadAsync(
            Card(1, Picture("a"), Video("v.mp4"), Picture("b", 3), Picture("c", 1), Picture("d")), Card(2, Picture("e", 1), Picture("f", 2)));
        Assert.Equal(["1/1 c", "1/3 b", "1/4 a", "1/5 d", "1/1 v.mp4", "2/1 e", "2/2 f"], _shelf.Sent);
        Assert.Equal(("c old2 b a d", "e f"), (_shelf.PicturesOf(1), _shelf.PicturesOf(2)));
        Assert.Equal(
            ["a Uploaded 4", "v.mp4 Uploaded 1", "b Uploaded 3", "c Uploaded 1", "d Uploaded 5", "e Uploaded 1", "f Uploaded 2"], Told(result));
        Assert.True(result.IsDone);
        Assert.Equal("7 files: 7 uploaded, 0 unfit, 0 refused, 0 unknown, 0 not sent", result.ToString());
        Assert.All(result.Rows, row => Assert.NotNull(row.Info));

        // Each card is read once before and once after.
        Assert.Equal(["search 1", "search 1", "search 2", "search 2"], _shelf.Api.Calls);
    }

    [Fact]
    public async Task All_files_are_looked_at_before_the_first_request_and_a_card_with_one_that_does_not_fit_gets_none()
    {
        _shelf.Have(1);
        _shelf.Have(2);
        bool isLooked = false;
        var late = CardMediaFile.FromStream("late", _ =>
        {
            isLooked |= _shelf.Api.Calls.Count == 0;
            return new(new MemoryStream(MediaFiles.Png(10)));
        });
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("a")), Card(2, Picture("b"), Picture("c.small"), late));
        Assert.True(isLooked);
        Assert.Equal(["1/1 a"], _shelf.Sent);
        Assert.Equal(["a Uploaded 1", "b NotSent", "c.small Unfit", "late Unfit"], Told(result));
        Assert.Contains("100 x 100", result.Rows[2].Reason, StringComparison.Ordinal);
        Assert.Contains("does not fit", result.Rows[1].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("search 2", _shelf.Api.Calls);
    }

    [Fact]
    public async Task Numbers_that_cannot_be_are_told()
    {
        _shelf.Have(1, photos: 2);
        _shelf.Have(2, photos: 28);
        _shelf.Have(7);
        CardMediaResult result = await _shelf.UploadAsync(
            Card(1, Picture("a", 3), Picture("gap", 5)),
            Card(2, Picture("b"), Picture("c"), Picture("d")),
            Card(3, Picture("nobody")),
            Card(4, Picture("e", 1), Picture("f", 1)),
            Card(5, Video("1.mp4"), Video("2.mp4")),
            Card(6, Video("3.mp4", 2)),
            Card(7, [.. Enumerable.Range(1, 31).Select(i => Picture($"p{i}"))]),
            Card(8));
        Assert.Empty(_shelf.Sent);
        Assert.Equal(
            ["a NotSent", "gap Unfit", "b NotSent", "c NotSent", "d Unfit", "nobody Unfit", "e NotSent", "f Unfit", "1.mp4 NotSent", "2.mp4 Unfit", "3.mp4 Unfit"],
            Told(result).Take(11));
        string[] reasons = [.. result.Unfit.Select(row => row.Reason!)];
        string[] words = ["would be number 4", "has 28 pictures", "no such card", "has the number 1, too", "has one video", "video is 1", "at most 30"];
        Assert.Equal(words.Length, reasons.Length);
        Assert.All(words.Zip(reasons), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_WB_refuses_has_its_words_and_the_later_ones_of_the_card_are_not_sent()
    {
        _shelf.Have(1);
        _shelf.Have(2);
        _shelf.Before = name => name == "b" ? Bad("Качество ниже 65%") : null;
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("a"), Picture("b"), Picture("c"), Video("v.mp4")), Card(2, Picture("d")));
        Assert.Equal(["a Uploaded 1", "b Refused", "c NotSent", "v.mp4 NotSent", "d Uploaded 1"], Told(result));
        Assert.Equal("Качество ниже 65%", result.Rows[1].Reason);
        Assert.Contains("earlier file", result.Rows[2].Reason, StringComparison.Ordinal);
        Assert.False(result.IsDone);
    }

    [Fact]
    public async Task A_429_is_waited_out_and_the_file_goes_again_whole()
    {
        _shelf.Have(1);
        var failures = new Queue<Exception?>([null, TooMany(), TooMany(), null, new WildberriesConnectionException("no connection") { Delivery = Delivery.NotSent, IsTransient = true }]);
        _shelf.Before = _ => failures.TryDequeue(out Exception? failure) ? failure : null;
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("a"), Picture("b"), Picture("c")));
        Assert.True(result.IsDone);
        Assert.Equal(["1/1 a", "1/2 b", "1/2 b", "1/2 b", "1/3 c", "1/3 c"], _shelf.Sent);
        Assert.Equal(2, _shelf.Clock.Waits.Count(wait => wait == TimeSpan.FromSeconds(90)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_whose_answer_was_lost_goes_again_only_if_the_card_does_not_show_it(bool isTaken)
    {
        _shelf.Have(1, photos: 1);
        int count = 0;
        Exception? Lose(string name) => name == "a" && count++ == 0 ? LostAnswer() : null;
        if (isTaken)
            _shelf.After = Lose;
        else
            _shelf.Before = Lose;
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("a"), Picture("b")));
        Assert.True(result.IsDone);
        Assert.Equal(isTaken ? ["1/2 a", "1/3 b"] : ["1/2 a", "1/2 a", "1/3 b"], _shelf.Sent);
        Assert.Equal("old1 a b", _shelf.PicturesOf(1));
    }

    [Fact]
    public async Task A_file_that_WB_shows_late_is_there_once_though_it_was_sent_twice()
    {
        _shelf.Have(1, photos: 1);
        int count = 0;
        _shelf.Before = name =>
        {
            if (count++ == 0)
                return LostAnswer();

            // The first comes only now.
            if (count == 2)
                _shelf.Take(1, 2, name, isVideo: false);
            return null;
        };
        Assert.True((await _shelf.UploadAsync(Card(1, Picture("a")))).IsDone);
        Assert.Equal("old1 a", _shelf.PicturesOf(1));
    }

    [Fact]
    public async Task A_file_whose_answers_are_lost_twice_is_unknown_and_nothing_comes_to_its_place()
    {
        _shelf.Have(1, photos: 1);
        _shelf.Before = _ => LostAnswer();
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("a"), Picture("b")));
        Assert.Equal(["a Unknown 2", "b NotSent"], Told(result));
        Assert.Equal(["1/2 a", "1/2 a"], _shelf.Sent);
        Assert.Contains("lost", result.Rows[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_takes_the_place_of_another_may_go_once_more_for_that_changes_nothing(bool isTaken)
    {
        _shelf.Have(1, photos: 2, video: true);
        var lost = new HashSet<string>();
        Exception? Lose(string name) => lost.Add(name) ? LostAnswer() : null;
        if (isTaken)
            _shelf.After = Lose;
        else
            _shelf.Before = Lose;
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("a", 2), Video("v.mp4")));
        Assert.True(result.IsDone);
        Assert.Equal(["1/2 a", "1/2 a", "1/1 v.mp4", "1/1 v.mp4"], _shelf.Sent);
        Assert.Equal("old1 a", _shelf.PicturesOf(1));
    }

    [Fact]
    public async Task A_first_video_that_the_card_shows_does_not_go_again()
    {
        _shelf.Have(1);
        _shelf.After = _ => LostAnswer();
        Assert.True((await _shelf.UploadAsync(Card(1, Video("v.mp4")))).IsDone);
        Assert.Equal(["1/1 v.mp4"], _shelf.Sent);
    }

    [Fact]
    public async Task Beside_a_video_the_number_is_above_all_files_and_nothing_goes_twice()
    {
        _shelf.Have(1, photos: 2, video: true);
        int count = 0;
        _shelf.Before = _ => count++ == 1 ? LostAnswer() : null;
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("a"), Picture("b"), Picture("c")));
        Assert.Equal(["1/4 a", "1/5 b"], _shelf.Sent);
        Assert.Equal(["a Uploaded 3", "b Unknown 4", "c NotSent"], Told(result));
    }

    [Fact]
    public async Task What_WB_took_and_does_not_show_is_unknown()
    {
        _shelf.Have(1, photos: 1);
        _shelf.Loses.Add("b");
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("x", 1), Picture("a"), Picture("b")));
        Assert.Equal(["x Uploaded 1", "a Unknown 2", "b Unknown 3"], Told(result));
        Assert.Equal("WB took it, and the card shows 2 pictures where 3 should be.", result.Rows[2].Reason);
        Assert.InRange(_shelf.Clock.Waits.Sum(wait => wait.TotalSeconds), 119, 125);
    }

    [Fact]
    public async Task An_answer_with_an_error_is_WBs_words_if_the_card_does_not_show_the_file()
    {
        _shelf.Have(1);
        _shelf.Before = _ => new WildberriesResponseException("error") { StatusCode = HttpStatusCode.OK, Delivery = Delivery.Answered, Detail = "Что-то не так" };
        CardMediaRow row = Assert.Single((await _shelf.UploadAsync(Card(1, Picture("a")))).Rows);
        Assert.Equal((CardMediaOutcome.Refused, "Что-то не так"), (row.Outcome, row.Reason));
        Assert.Single(_shelf.Sent);
    }

    [Fact]
    public async Task What_ends_the_call_says_what_is_known_of_each_file()
    {
        _shelf.Have(1);
        _shelf.Have(2);
        _shelf.Before = name => name == "b" ? new WildberriesUnauthorizedException("401") { Delivery = Delivery.Refused } : null;
        var exception = await Assert.ThrowsAsync<WildberriesUnauthorizedException>(
            () => _shelf.UploadAsync(Card(1, Picture("a"), Picture("b"), Picture("c")), Card(2, Picture("d"))));
        CardMediaResult result = exception.GetCardMediaResult()!;
        Assert.Equal(["a Unknown 1", "b NotSent", "c NotSent", "d NotSent"], Told(result));
        Assert.Equal("WB took it, and the card was not read afterwards.", result.Rows[0].Reason);
    }

    [Fact]
    public async Task When_the_time_is_over_nothing_more_is_sent()
    {
        _shelf.Have(1);
        _shelf.Before = name => name == "b" ? TooMany(4000) : null;
        CardMediaOptions options = new() { MaxWait = TimeSpan.FromHours(1) };
        var exception = await Assert.ThrowsAsync<WildberriesRateLimitException>(
            () => _shelf.Api.UploadMediaAsync([Card(1, Picture("a"), Picture("b"))], options, null, Cancel));
        Assert.Equal(["a Unknown 1", "b NotSent"], Told(exception.GetCardMediaResult()!));
    }

    [Fact]
    public async Task A_cancelled_call_leaves_the_file_that_was_on_its_way_unknown()
    {
        _shelf.Have(1);
        using var cancel = new CancellationTokenSource();
        _shelf.Before = _ =>
        {
            cancel.Cancel();
            return new OperationCanceledException(cancel.Token);
        };
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _shelf.Api.UploadMediaAsync([Card(1, Picture("a"), Picture("b"))], cancellationToken: cancel.Token));
        Assert.Equal(["a Unknown 1", "b NotSent"], Told(exception.GetCardMediaResult()!));
    }

    [Fact]
    public async Task A_file_that_is_changed_or_gone_before_its_turn_is_not_sent()
    {
        _shelf.Have(1);
        _shelf.Have(2);
        int opened = 0, missing = 0;
        var changed = CardMediaFile.FromStream("b", _ => new(new MemoryStream(opened++ == 0 ? MediaFiles.Png() : MediaFiles.Mp4)));
        var gone = CardMediaFile.FromStream("d", _ => missing++ == 0 ? new(new MemoryStream(MediaFiles.Png())) : throw new FileNotFoundException("It is not there."));
        CardMediaResult result = await _shelf.UploadAsync(Card(1, Picture("a"), changed, Picture("c")), Card(2, gone));
        Assert.Equal(["a Uploaded 1", "b Unfit", "c NotSent", "d Unfit"], Told(result));
        Assert.Equal(["1/1 a"], _shelf.Sent);
    }

    [Fact]
    public async Task Progress_counts_every_file_to_the_last()
    {
        _shelf.Have(1);
        var told = new List<CardMediaProgress>();
        await _shelf.Api.UploadMediaAsync(
            [Card(1, Picture("a"), Picture("b")), Card(2, Picture("c.small"))], progress: new Progress(told), cancellationToken: Cancel);
        Assert.All(told, one => Assert.Equal(3, one.Total));
        Assert.Equal("3 of 3 settled, 2 taken", told[^1].ToString());
        Assert.Equal(told.OrderBy(one => one.Settled + one.Taken), told);
    }

    [Fact]
    public async Task Arguments_are_checked_before_anything_is_done()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => CardsApiExtensions.UploadMediaAsync(null!, [], cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _shelf.Api.UploadMediaAsync(null!, cancellationToken: Cancel));
        Assert.Contains("same product", (await Assert.ThrowsAsync<ArgumentException>(() => _shelf.UploadAsync(Card(1), Card(1)))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CardMediaUpload { NmId = 1, Files = [null!] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CardMediaUpload { NmId = 0, Files = [] });
        foreach (CardMediaOptions options in new CardMediaOptions[]
        {
            new() { MaxParallelCards = 0 }, new() { MaxParallelCards = 33 }, new() { MaxWait = TimeSpan.Zero }, new() { MaxWait = TimeSpan.FromDays(32) },
            new() { Patience = TimeSpan.Zero }, new() { Patience = TimeSpan.FromHours(2) }, new() { PollInterval = TimeSpan.Zero }, new() { PollInterval = TimeSpan.FromHours(2) },
        })
        {
            Assert.Equal("options", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _shelf.Api.UploadMediaAsync([], options, null, Cancel))).ParamName);
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _shelf.Api.ReplaceMediaAndWaitAsync([], options, null, Cancel));
        }

        Assert.Empty((await _shelf.UploadAsync()).Rows);
        Assert.Empty(_shelf.Api.Calls);
    }

    private sealed class Progress(List<CardMediaProgress> told) : IProgress<CardMediaProgress>
    {
        public void Report(CardMediaProgress value) => told.Add(value);
    }
}
