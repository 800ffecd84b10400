using System.Globalization;

namespace Wildberries.Sdk.Testing;

public sealed partial class EmulatedCards
{
    internal const int MaxRecommended = 20;
    private readonly Dictionary<long, (IReadOnlyList<long> NmIds, DateTimeOffset UpdatedAt)> _recommendations = [];

    /// <summary>What is recommended beside a product.</summary>
    /// <param name="nmId">The product's number.</param>
    /// <returns>The numbers of the recommended products, in their order.</returns>
    public IReadOnlyList<long> RecommendationsOf(long nmId) => Recommended(nmId).NmIds;

    /// <summary>Sets what is recommended beside a product. WB takes at most 20, each with a picture; here it is not looked at.</summary>
    /// <param name="nmId">The product's number.</param>
    /// <param name="recommended">The numbers of the recommended products, in their order; none: nothing is.</param>
    public void Recommend(long nmId, params IReadOnlyList<long> recommended)
    {
        ArgumentNullException.ThrowIfNull(recommended);
        lock (_lock)
            _recommendations[nmId] = ([.. recommended], _time.GetUtcNow());
    }

    internal (IReadOnlyList<long> NmIds, DateTimeOffset? UpdatedAt) Recommended(long nmId)
    {
        lock (_lock)
            return _recommendations.TryGetValue(nmId, out (IReadOnlyList<long> NmIds, DateTimeOffset UpdatedAt) found) ? found : ([], null);
    }

    /// <summary>Sets recommendations, and says what was refused and whether anything changed.</summary>
    internal (IReadOnlyList<RecommendationProblem> Problems, bool IsChanged) SetRecommendations(
        IReadOnlyList<(long NmId, IReadOnlyList<(long NmId, int Position)> Recommended)> products, bool replace)
    {
        lock (_lock)
        {
            Process();
            var problems = new List<RecommendationProblem>();
            bool isChanged = false;
            foreach ((long nmId, IReadOnlyList<(long NmId, int Position)> wanted) in products)
            {
                var taken = new List<(long NmId, int Position)>();
                foreach ((long NmId, int Position) one in wanted)
                {
                    string? message = !_cards.ContainsKey(nmId) || !_cards.TryGetValue(one.NmId, out EmulatedCard? card) ? "The item was not found"
                        : one.NmId == nmId ? "The item cannot be recommended to itself"
                        : card.Photos.Count == 0 ? "The item has no photo"
                        : null;
                    if (message is null)
                        taken.Add(one);
                    else
                        problems.Add(new RecommendationProblem(Text(nmId), Text(one.NmId), message));
                }

                if (!_cards.ContainsKey(nmId) || (wanted.Count > 0 && taken.Count == 0))
                    continue;
                IReadOnlyList<long> before = Recommended(nmId).NmIds;
                List<long> after = wanted.Count == 0 ? [] : Place(replace ? [] : before, taken);
                foreach (long tooMany in after.Skip(MaxRecommended))
                    problems.Add(new RecommendationProblem(Text(nmId), Text(tooMany), "The limit of 20 recommendations is exceeded"));
                long[] kept = [.. after.Take(MaxRecommended)];
                if (kept.SequenceEqual(before))
                    continue;
                isChanged = true;
                _recommendations[nmId] = (kept, _time.GetUtcNow());
            }

            return (problems, isChanged);
        }
    }

    // Those without a place come last, in their order; then the others take their places, and what is there moves on.
    private static List<long> Place(IReadOnlyList<long> before, List<(long NmId, int Position)> taken)
    {
        List<long> result = [.. before.Except(taken.Select(one => one.NmId)), .. taken.Where(one => one.Position == 0).Select(one => one.NmId)];
        foreach ((long nmId, int position) in taken.Where(one => one.Position > 0).OrderBy(one => one.Position))
            result.Insert(Math.Min(position - 1, result.Count), nmId);
        return result;
    }

    private static string Text(long nmId) => nmId.ToString(CultureInfo.InvariantCulture);

    internal sealed record RecommendationProblem(string NmId, string RecommendedNmId, string Message);
}
