using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;
using Wildberries.Sdk.Tests.DiscountsPrices;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>What an upload's details may hold is bounded by what was uploaded.</summary>
public sealed class EndlessUploadDetailsTests
{
    private readonly FakePricesApi _api = new();
    private readonly JumpingTimeProvider _time = new() { LongestJump = TimeSpan.FromMinutes(5) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_that_never_ends_is_an_error_that_names_the_operation_and_keeps_what_is_known()
    {
        _api.Details = _ => new Endless();
        WildberriesResponseException failure = await Assert.ThrowsAsync<WildberriesResponseException>(
            () => new PriceUploader(_api, null, _time).UploadAndWaitAsync([new PriceChange { NmId = 1, Price = 100 }], null, Cancel));
        Assert.Equal("DiscountsPrices.GetProcessedUploadGoods", failure.Operation);
        Assert.StartsWith("The list of DiscountsPrices.GetProcessedUploadGoods does not end: 1 rows were uploaded", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, failure.GetUploadResult()!.Uploads[0].Id);
        Assert.InRange(_api.Calls.Count, 1, 12);
    }

    [Fact]
    public async Task Products_that_were_not_uploaded_are_passed_over()
    {
        _api.Details = _ => [.. Enumerable.Range(2, 150).Select(nmId => new UploadedProduct { NmId = nmId }), new UploadedProduct { NmId = 1, Status = UploadedProductStatus.Updated }];
        PriceUploadResult result = await new PriceUploader(_api, null, _time).UploadAndWaitAsync([new PriceChange { NmId = 1, Price = 100 }], null, Cancel);
        Assert.Equal(PriceUploadOutcome.Updated, Assert.Single(result.Rows).Outcome);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(-5, true)]
    public async Task A_size_that_failed_fails_its_product_wherever_it_stands(int count, bool failedLast)
    {
        UploadedProduct[] sizes =
        [
            new() { NmId = 1, SizeId = 11, Status = UploadedProductStatus.Updated },
            new() { NmId = 1, SizeId = 12, Status = UploadedProductStatus.Failed, ErrorText = "price too low" },
        ];
        _api.Processed = _ => new UploadState { Status = UploadStatus.PartlyFailed, ProductCount = count };
        _api.Details = _ => failedLast ? sizes : [.. sizes.Reverse()];
        PriceUploadResult result = await new PriceUploader(_api, null, _time).UploadAndWaitAsync([new PriceChange { NmId = 1, Price = 100 }], null, Cancel);
        Assert.Equal(("price too low", PriceUploadOutcome.Failed), (Assert.Single(result.Rows).ErrorText, result.Rows[0].Outcome));
    }

    [Fact]
    public async Task A_time_out_names_the_operation_that_began_it()
    {
        _api.Processed = _ => new UploadState { Status = UploadStatus.Processing };
        var uploader = new PriceUploader(_api, new PriceUploadOptions { MaxWait = TimeSpan.FromMinutes(1) }, _time);
        var late = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => uploader.UploadAndWaitAsync([new PriceChange { NmId = 1, Price = 100 }], null, Cancel));
        Assert.Equal("DiscountsPrices.UploadPrices", late.Operation);
        late = await Assert.ThrowsAsync<WildberriesTimeoutException>(() => uploader.WaitForUploadsAsync(late.GetUploadResult()!, null, Cancel));
        Assert.Equal("DiscountsPrices.GetProcessedUpload", late.Operation);
    }

    /// <summary>A list in which each place has another product.</summary>
    private sealed class Endless : IReadOnlyList<UploadedProduct>
    {
        public int Count => int.MaxValue;

        public UploadedProduct this[int index] => new() { NmId = index + 2, Status = UploadedProductStatus.Processing };

        public IEnumerator<UploadedProduct> GetEnumerator() => Enumerable.Range(0, int.MaxValue).Select(index => this[index]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
