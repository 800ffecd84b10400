using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A body that trickles is given up, and one that only its reader is slow with is not.</summary>
public sealed class SlowBodyTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_of_one_byte_a_second_is_given_up_after_some_more_than_a_minute()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        wb.Answer((_, _) => Body(HttpStatusCode.OK, new Trickle(wb.Clock, 1, 100_000)));
        DateTimeOffset start = wb.Clock.GetUtcNow();
        var error = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel), Second));

        // The clock may tick between two bytes, which is no waiting.
        Assert.InRange(wb.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(59), TimeSpan.FromMinutes(30));
        Assert.InRange(error.Timeout.GetValueOrDefault(), TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(65));
        Assert.Equal(Delivery.Answered, error.Delivery);
        Assert.Equal("BuyerChat.GetChats", error.Operation);
        Assert.Contains("came too slowly", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, typeof(WildberriesBadRequestException))]
    [InlineData(503, typeof(WildberriesServerException))]
    public async Task The_body_of_an_error_is_waited_for_ten_seconds_and_what_has_come_is_told(int status, Type type)
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        wb.Answer((_, _) => Body((HttpStatusCode)status, new Trickle(wb.Clock, 1, 64 * 1024)));
        DateTimeOffset start = wb.Clock.GetUtcNow();
        Exception error = await Assert.ThrowsAnyAsync<WildberriesApiException>(() => wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel), Second));
        Assert.IsType(type, error);
        Assert.InRange(wb.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(9), TimeSpan.FromMinutes(10));
        Assert.Matches("^x{3,12}$", ((WildberriesApiException)error).Detail);
    }

    [Fact]
    public async Task The_bodies_of_errors_that_are_repeated_are_waited_for_no_longer()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 2);
        for (int i = 0; i < 3; i++)
            wb.Answer((_, _) => Body(HttpStatusCode.BadGateway, new Trickle(wb.Clock, 1, 64 * 1024)));
        DateTimeOffset start = wb.Clock.GetUtcNow();
        await Assert.ThrowsAsync<WildberriesServerException>(() => wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel), Second));

        // Ten seconds each, not the eighteen hours that one has; the clock may tick between two bytes, which is no waiting.
        Assert.InRange(wb.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(25), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_body_that_comes_steadily_is_read_to_its_end_however_long_it_takes()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        byte[] json = [.. "{\"result\":[]}"u8, .. Enumerable.Repeat((byte)' ', 2 * 1024 * 600)];
        wb.Answer((_, _) => Body(HttpStatusCode.OK, new Trickle(wb.Clock, 2 * 1024, json)));
        DateTimeOffset start = wb.Clock.GetUtcNow();
        Assert.Empty((await wb.Elapse(wb.Client.BuyerChat.GetChatsAsync(Cancel), Second)).Result);
        Assert.InRange(wb.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(9), TimeSpan.MaxValue);
    }

    [Fact]
    public async Task The_time_in_which_the_caller_works_on_a_row_does_not_count()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        string rows = string.Join(',', Enumerable.Range(1, 200).Select(i => $$"""{"rrdId":{{i}},"nmId":{{i}}}"""));

        // Each row comes a moment after it was asked for.
        wb.Answer((_, _) => Body(HttpStatusCode.OK, new Trickle(wb.Clock, 40, Encoding.UTF8.GetBytes($"[{rows}]")) { Delay = TimeSpan.FromMilliseconds(10) }));
        int count = 0;
        IAsyncEnumerator<SalesReportRow> reading = wb.Client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel).GetAsyncEnumerator(Cancel);
        while (await wb.Elapse(reading.MoveNextAsync().AsTask(), TimeSpan.FromMilliseconds(10)))
        {
            count++;
            wb.Clock.Advance(TimeSpan.FromHours(1));
        }

        await reading.DisposeAsync();
        Assert.Equal(200, count);
    }

    [Fact]
    public async Task Rows_that_trickle_are_given_up_after_those_that_came()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0);
        wb.Answer((_, _) => Body(HttpStatusCode.OK, new Trickle(wb.Clock, 1, "[{\"rrdId\":1},"u8.ToArray()) { End = false }));
        IAsyncEnumerator<SalesReportRow> reading = wb.Client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel).GetAsyncEnumerator(Cancel);
        var error = await Assert.ThrowsAsync<WildberriesTimeoutException>(async () =>
        {
            while (await wb.Elapse(reading.MoveNextAsync().AsTask(), Second))
            {
            }
        });
        Assert.Equal("Finance.GetSalesReportRows", error.Operation);
    }

    private static Task<HttpResponseMessage> Body(HttpStatusCode status, Stream body)
    {
        var response = new HttpResponseMessage(status) { Content = new StreamContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(status == HttpStatusCode.OK ? "application/json" : "text/plain");
        return Task.FromResult(response);
    }

    /// <summary>A body of which a piece comes in each second.</summary>
    private sealed class Trickle(TimeProvider clock, int piece, byte[] body) : Stream
    {
        private int _position;

        public Trickle(TimeProvider clock, int piece, int length)
            : this(clock, piece, Encoding.ASCII.GetBytes(new string('x', length)))
        {
        }

        public TimeSpan Delay { get; init; } = Second;

        /// <summary>Whether it ends; else a space follows the other.</summary>
        public bool End { get; init; } = true;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Delay, clock, cancellationToken);
            if (_position == body.Length && !End)
            {
                buffer.Span[0] = (byte)' ';
                return 1;
            }

            int count = Math.Min(Math.Min(piece, buffer.Length), body.Length - _position);
            body.AsSpan(_position, count).CopyTo(buffer.Span);
            _position += count;
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
