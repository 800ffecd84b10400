using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;

namespace Wildberries.Sdk.Tests.DiscountsPrices;

/// <summary>
/// The host of the prices as delegates. It takes every upload, numbers them from 1 on, and has done each at once, unless a test says otherwise.
/// </summary>
internal sealed class FakePricesApi : IDiscountsPricesApi
{
    private readonly List<(long NmId, long? SizeId)[]> _uploads = [];

    public FakePricesApi()
    {
        Processed = id => new UploadState { UploadId = id, Status = UploadStatus.Done, ProductCount = RowsOf(id).Count, SuccessCount = RowsOf(id).Count };
        Details = id => [.. RowsOf(id).Select(row => new UploadedProduct { NmId = row.NmId, SizeId = row.SizeId, Status = UploadedProductStatus.Updated })];
    }

    /// <summary>Called with the number of the upload (from 1 on) before it is taken: throws, or gives another answer than the usual.</summary>
    public Func<int, UploadResponse?> Uploading { get; set; } = _ => null;

    public Func<WholesaleUploadRequest, WholesaleUploadResponse>? Wholesale { get; set; }

    public Func<long, UploadState?> Processed { get; set; }

    public Func<long, UploadState?> Unprocessed { get; set; } = _ => null;

    public Func<long, IReadOnlyList<UploadedProduct>> Details { get; set; }

    public Func<long, IReadOnlyList<UploadedProduct>> UnprocessedDetails { get; set; } = _ => [];

    public Func<IReadOnlyList<long>, IReadOnlyList<ProductPrices>>? Goods { get; set; }

    /// <summary>What was asked, a line a call.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The changes that arrived, each upload a list.</summary>
    public List<IReadOnlyList<object>> Sent { get; } = [];

    public int Sends { get; private set; }

    public IReadOnlyList<(long NmId, long? SizeId)> RowsOf(long id) => _uploads[(int)id - 1];

    public Task<PingResponse> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<UploadResponse> UploadPricesAsync(PriceUploadRequest request, CancellationToken cancellationToken = default) =>
        UploadAsync("prices", request.Data, row => (row.NmId, null), cancellationToken);

    public Task<UploadResponse> UploadSizePricesAsync(SizePriceUploadRequest request, CancellationToken cancellationToken = default) =>
        UploadAsync("sizes", request.Data, row => (row.NmId, row.SizeId), cancellationToken);

    public Task<UploadResponse> UploadClubDiscountsAsync(ClubDiscountUploadRequest request, CancellationToken cancellationToken = default) =>
        UploadAsync("club", request.Data, row => (row.NmId, null), cancellationToken);

    public async Task<WholesaleUploadResponse> UploadWholesaleDiscountsAsync(WholesaleUploadRequest request, CancellationToken cancellationToken = default)
    {
        await CallAsync($"wholesale {request.Data.Count}", cancellationToken);
        Sent.Add(request.Data);
        _uploads.Add([.. request.Data.Select(row => (row.NmId, (long?)null))]);
        return Wholesale!(request);
    }

    public async Task<UploadStateResponse> GetProcessedUploadAsync(long uploadId, CancellationToken cancellationToken = default)
    {
        await CallAsync($"history {uploadId}", cancellationToken);
        return new UploadStateResponse { Data = Processed(uploadId) };
    }

    public async Task<ProcessedUploadGoodsResponse> GetProcessedUploadGoodsAsync(
        int limit, long uploadId, int? offset = null, CancellationToken cancellationToken = default)
    {
        await CallAsync($"history goods {uploadId} from {offset}", cancellationToken);
        return new ProcessedUploadGoodsResponse { Data = new ProcessedUploadGoods { Products = [.. Details(uploadId).Skip(offset ?? 0).Take(limit)] } };
    }

    public async Task<UploadStateResponse> GetUnprocessedUploadAsync(long uploadId, CancellationToken cancellationToken = default)
    {
        await CallAsync($"buffer {uploadId}", cancellationToken);
        return new UploadStateResponse { Data = Unprocessed(uploadId) };
    }

    public async Task<UnprocessedUploadGoodsResponse> GetUnprocessedUploadGoodsAsync(
        int limit, long uploadId, int? offset = null, CancellationToken cancellationToken = default)
    {
        await CallAsync($"buffer goods {uploadId} from {offset}", cancellationToken);
        return new UnprocessedUploadGoodsResponse
        {
            Data = new UnprocessedUploadGoods { Products = [.. UnprocessedDetails(uploadId).Skip(offset ?? 0).Take(limit)] },
        };
    }

    public Task<GoodsListResponse> GetGoodsAsync(int limit, int? offset = null, long? filterNmId = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public async Task<GoodsListResponse> GetGoodsByNmIdsAsync(GoodsRequest request, CancellationToken cancellationToken = default)
    {
        await CallAsync($"goods {request.NmIds.Count}", cancellationToken);
        return new GoodsListResponse { Data = new GoodsList { Products = Goods!(request.NmIds) } };
    }

    public Task<GoodsSizesResponse> GetGoodsSizesAsync(int limit, long nmId, int? offset = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<QuarantineResponse> GetQuarantineAsync(int limit, int? offset = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>An upload that came another way: by the promotions calendar.</summary>
    public long Take(IEnumerable<long> nmIds)
    {
        _uploads.Add([.. nmIds.Select(nmId => (nmId, (long?)null))]);
        return _uploads.Count;
    }

    private async Task<UploadResponse> UploadAsync<T>(
        string kind, IReadOnlyList<T> rows, Func<T, (long NmId, long? SizeId)> describe, CancellationToken cancellationToken)
        where T : class
    {
        Sends++;
        await CallAsync($"{kind} {rows.Count}", cancellationToken);
        if (Uploading(Sends) is { } answer)
            return answer;
        Sent.Add(rows);
        _uploads.Add([.. rows.Select(describe)]);
        return new UploadResponse { Data = new UploadTask { Id = _uploads.Count } };
    }

    private async Task CallAsync(string call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add(call);
        await Task.Yield();
    }
}
