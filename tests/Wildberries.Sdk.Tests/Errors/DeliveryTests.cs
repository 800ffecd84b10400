using System.Net;
using System.Reflection;
using System.Reflection.Emit;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Errors;

public sealed class DeliveryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<int, OperationAccess> Statuses { get; } = new(
        [200, 204, 208, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 415, 422, 423, 425, 429, 451, 499, 500, 501, 502, 503, 504, 599],
        [OperationAccess.Read, OperationAccess.Write]);

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Every_status_says_what_became_of_the_call(int status, OperationAccess access)
    {
        Delivery expected = status switch
        {
            < 300 => Delivery.Answered,
            < 400 => Delivery.Unknown,
            408 or 499 => Delivery.Unknown,
            < 500 => Delivery.Refused,
            _ => Delivery.Unknown,
        };
        CallContext call = TestCall.Create(access);
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        Assert.Equal(expected, (await WildberriesExceptionFactory.CreateAsync(answer, call, Cancel)).Delivery);

        // After an attempt that WB may have taken, nothing but success settles what became of the call.
        call.Settle(Delivery.Unknown);
        Assert.Equal(
            expected == Delivery.Answered ? Delivery.Answered : Delivery.Unknown, (await WildberriesExceptionFactory.CreateAsync(answer, call, Cancel)).Delivery);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, true, Delivery.NotSent)]
    [InlineData(HttpRequestError.ConnectionError, true, Delivery.NotSent)]
    [InlineData(HttpRequestError.SecureConnectionError, true, Delivery.NotSent)]
    [InlineData(HttpRequestError.ProxyTunnelError, true, Delivery.NotSent)]
    [InlineData(HttpRequestError.ResponseEnded, true, Delivery.Unknown)]
    [InlineData(HttpRequestError.InvalidResponse, true, Delivery.Unknown)]
    [InlineData(HttpRequestError.Unknown, true, Delivery.Unknown)]
    [InlineData(HttpRequestError.ResponseEnded, false, Delivery.NotSent)]
    [InlineData(HttpRequestError.Unknown, false, Delivery.NotSent)]
    public void A_failure_of_the_network_says_so_too(HttpRequestError error, bool isWritten, Delivery expected) =>
        Assert.Equal(expected, DeliveryRules.Of(new HttpRequestException(error), isWritten));

    [Fact]
    public void An_operation_can_know_a_status_that_says_nothing()
    {
        string[] unclear =
        [
            .. WildberriesOperations.All.Where(operation => operation.UnclearStatus is not null).Select(operation => operation.Name),
        ];
        Assert.Equal(
            ["Cards.ReplaceMedia", "DiscountsPrices.UploadClubDiscounts", "DiscountsPrices.UploadPrices", "DiscountsPrices.UploadSizePrices"],
            unclear.Order(StringComparer.Ordinal));
        WildberriesOperation prices = WildberriesOperations.Of<IDiscountsPricesApi>().First(operation => operation.UnclearStatus is not null);
        Assert.Equal(Delivery.Unknown, DeliveryRules.Of(HttpStatusCode.UnprocessableEntity, prices));
        Assert.Equal(Delivery.Refused, DeliveryRules.Of(HttpStatusCode.BadRequest, prices));
    }

    [Theory]
    [InlineData("no connection", Delivery.NotSent, 3)]
    [InlineData("lost", Delivery.Unknown, 1)]
    [InlineData("500", Delivery.Unknown, 1)]
    [InlineData("400", Delivery.Refused, 1)]
    [InlineData("429 for long", Delivery.Refused, 1)]
    [InlineData("no JSON", Delivery.Answered, 1)]
    [InlineData("no body", Delivery.Answered, 1)]
    [InlineData("lost, then 400", Delivery.Unknown, 2)]
    [InlineData("lost, then no connection", Delivery.Unknown, 3)]
    public async Task A_write_tells_what_became_of_it_with_all_its_attempts(string what, Delivery expected, int attempts)
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 2);
        IWildberriesClient client = wb.Client.With(new WildberriesCallOptions { RetryWrites = what.StartsWith("lost, then", StringComparison.Ordinal) });
        foreach (string step in what.Split(", then "))
        {
            _ = step switch
            {
                "no connection" => Repeat(wb, HttpRequestError.ConnectionError, 3),
                "lost" => Repeat(wb, HttpRequestError.ResponseEnded, 1),
                "500" => wb.Answer(HttpStatusCode.InternalServerError),
                "400" => wb.Answer(HttpStatusCode.BadRequest),
                "429 for long" => wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "7200")),
                "no JSON" => wb.Answer(HttpStatusCode.OK, "<html>"),
                _ => wb.Answer(HttpStatusCode.OK),
            };
        }

        var error = await Assert.ThrowsAnyAsync<WildberriesApiException>(() => wb.Elapse(client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: Cancel)));
        Assert.Equal((expected, attempts), (error.Delivery, wb.Arrivals.Count));
    }

    [Fact]
    public async Task What_the_SDK_refuses_was_not_sent()
    {
        using var readOnly = new FakeWildberries(token: TestTokens.Create(readOnly: true));
        Assert.Equal(Delivery.NotSent, (await FailAsync(readOnly.Client)).Delivery);
        using var expired = new FakeWildberries(token: TestTokens.Create(expiresAt: new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        Assert.Equal(Delivery.NotSent, (await FailAsync(expired.Client)).Delivery);

        using var limited = new FakeWildberries();
        limited.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "7200"));
        Assert.Equal(Delivery.Refused, (await FailAsync(limited.Client)).Delivery);
        Assert.Equal(Delivery.NotSent, (await FailAsync(limited.Client)).Delivery);
    }

    [Theory]
    [InlineData(false, Delivery.NotSent)]
    [InlineData(true, Delivery.Unknown)]
    public async Task A_total_timeout_knows_whether_a_request_was_under_way(bool underWay, Delivery expected)
    {
        using var wb = new FakeWildberries(options => options.TotalTimeout = TimeSpan.FromSeconds(2));
        if (underWay)
        {
            wb.Answer(async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException();
            });
        }
        else
        {
            wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", "30"));
        }

        var late = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => wb.Elapse(FailAsync(wb.Client)));
        Assert.Equal(expected, late.Delivery);
    }

    /// <summary>Reads the SDK's own code: where an exception of ours is made by hand, its fate is said there.</summary>
    [Fact]
    public void Every_exception_that_the_SDK_makes_says_what_became_of_the_call()
    {
        Module sdk = typeof(WildberriesApiException).Module;
        MethodInfo says = typeof(WildberriesApiException).GetProperty(nameof(WildberriesApiException.Delivery))!.SetMethod!;
        int made = 0;
        foreach (MethodBase method in sdk.GetTypes().SelectMany(type => type
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OfType<MethodBase>()))
        {
            MethodBase[] called = [.. Called(sdk, method)];
            int own = called.Count(one => one is ConstructorInfo { IsPublic: true } && one.DeclaringType!.IsAssignableTo(typeof(WildberriesApiException)));
            if (own == 0 || method is ConstructorInfo { DeclaringType: { } type } && type.IsAssignableTo(typeof(Exception)))
                continue;
            made += own;
            Assert.True(called.Count(one => one == says) >= own, $"{method.DeclaringType}.{method.Name} makes an exception that does not say its Delivery.");
        }

        Assert.InRange(made, 15, 200);
    }

    private static FakeWildberries Repeat(FakeWildberries wb, HttpRequestError error, int times)
    {
        for (int i = 0; i < times; i++)
            wb.Fail(() => new HttpRequestException(error));
        return wb;
    }

    private static async Task<WildberriesApiException> FailAsync(IWildberriesClient client)
    {
        Exception? exception = await Record.ExceptionAsync(() => client.BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: Cancel));
        return exception is WildberriesTimeoutException ? throw exception : Assert.IsAssignableFrom<WildberriesApiException>(exception);
    }

    // What looks like a call within another instruction's operand is no method of the module, but for a chance that the test would tell.
    private static IEnumerable<MethodBase> Called(Module module, MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] != OpCodes.Newobj.Value && code[i] != OpCodes.Callvirt.Value && code[i] != OpCodes.Call.Value)
                continue;
            MethodBase? called = null;
            try
            {
                called = module.ResolveMethod(
                    BitConverter.ToInt32(code, i + 1), method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
            }
            catch (Exception exception) when (exception is ArgumentException or BadImageFormatException)
            {
                continue;
            }

            if (called is not null)
                yield return called;
        }
    }
}
