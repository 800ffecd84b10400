using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <content>SPOT data: what WB wants of supplies that cross the border to Russia, at first of sellers of Kyrgyzstan.</content>
public static partial class FbsSuppliesApiExtensions
{
    private static readonly TimeSpan FirstSpotPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestSpotPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UsualSpotWait = TimeSpan.FromMinutes(10);

    /// <summary>Sets the SPOT data of a supply, and waits until WB has checked them.</summary>
    /// <remarks>
    /// Looks first whether WB wants them of this supply, and whether it knows the carrier's country, for each refusal costs ten requests.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
    /// </remarks>
    /// <param name="api">The supplies.</param>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="spot">The carrier and its vehicle.</param>
    /// <param name="maxWait">How long to wait for WB, its limits and outages, from zero to a day; <see langword="null"/>: ten minutes.</param>
    /// <param name="cancellationToken">Cancels calls and waits. What was set stays.</param>
    /// <returns>
    /// The data as WB has them: <see cref="SpotStatus.Completed"/>, then <see cref="IFbsSuppliesApi.GetSpotQrCodeAsync"/> has the QR code;
    /// <see cref="SpotStatus.Failed"/>; or <see cref="SpotStatus.Pending"/>, when the time was over first. A verdict on other data than these is none.
    /// </returns>
    /// <exception cref="ArgumentException">WB does not know the country. Nothing was sent.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxWait"/> is not from zero to a day.</exception>
    /// <exception cref="InvalidOperationException">WB takes no SPOT data for this supply. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<SpotInfo> SetSpotAndWaitAsync(
        this IFbsSuppliesApi api, string supplyId, SpotData spot, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(spot);
        Argument.PathSegment(supplyId);
        TimeSpan wait = Argument.Wait(maxWait, UsualSpotWait);
        return RunAsync();

        async Task<SpotInfo> RunAsync()
        {
            var time = new WaitingTime(wait, ClientClock.Of(api), "FbsSupplies.GetSpot");
            FbsSupply supply = await time.ReadAsync(() => ReadSupplyAsync(api, supplyId, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (!supply.IsSpotAvailable)
                throw new InvalidOperationException($"WB takes no SPOT data for the supply {SafeText.Given(supplyId)}: IsSpotAvailable is false.");
            CountriesResponse? known = await time.ReadAsync(() => api.GetCountriesAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            if (known is { Countries.Count: > 0 } && !known.Countries.Any(country => string.Equals(country?.Code, spot.CarrierCountryCode, StringComparison.Ordinal)))
                throw new ArgumentException($"WB knows no country \"{SafeText.Given(spot.CarrierCountryCode)}\": GetCountriesAsync has them all.", nameof(spot));

            await time.WriteAsync(() => api.SetSpotAsync(supplyId, spot, cancellationToken), cancellationToken).ConfigureAwait(false);
            SpotInfo last = new() { Status = SpotStatus.Pending };
            await time.PollAsync(LookAsync, FirstSpotPause, LongestSpotPause, cancellationToken).ConfigureAwait(false);
            return last;

            async Task<bool> LookAsync()
            {
                SpotResponse? answer = await time.ReadAsync(() => api.GetSpotAsync(new SpotRequest { SupplyIds = [supplyId] }, cancellationToken), cancellationToken).ConfigureAwait(false);
                SupplySpot? found = answer?.Supplies.FirstOrDefault(one => string.Equals(one?.SupplyId, supplyId, StringComparison.Ordinal));
                if (found?.Spot is { } verdict && IsOn(verdict, spot))
                    last = verdict;
                return last.Status != SpotStatus.Pending;
            }
        }
    }

    /// <summary>Whether a verdict is on these data, and not on others that were set before or since. What WB leaves out says nothing.</summary>
    private static bool IsOn(SpotInfo verdict, SpotData spot)
    {
        return IsSame(verdict.CarrierName, spot.CarrierName)
            && IsSame(verdict.CarrierTaxNumber, spot.CarrierTaxNumber)
            && IsSame(verdict.CarrierCountryCode, spot.CarrierCountryCode)
            && IsSame(verdict.VehicleRegistrationNumber, spot.VehicleRegistrationNumber)
            && IsSame(verdict.TrailerRegistrationNumber, spot.TrailerRegistrationNumber);

        static bool IsSame(string? told, string? sent) => string.IsNullOrEmpty(told) || string.Equals(told.Trim(), sent?.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
