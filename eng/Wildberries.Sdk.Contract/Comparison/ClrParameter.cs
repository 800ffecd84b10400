using System.Reflection;
using System.Text.RegularExpressions;
using Refit;

namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>A parameter of a Refit method, as it goes on the wire.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Place">path, query, header, form or body.</param>
/// <param name="Required">Whether the caller must give it: neither nullable nor with a default.</param>
/// <param name="Info">The parameter.</param>
internal sealed partial record ClrParameter(string Name, string Place, bool Required, ParameterInfo Info)
{
    public static IReadOnlyList<ClrParameter> Of(MethodInfo method, string path)
    {
        HashSet<string> inPath = [.. Placeholder().Matches(path).Select(m => m.Groups[1].Value)];
        bool isForm = method.GetCustomAttribute<MultipartAttribute>() is not null;
        var parameters = new List<ClrParameter>();
        foreach (ParameterInfo info in method.GetParameters())
        {
            if (info.ParameterType == typeof(CancellationToken) || info.GetCustomAttribute<PropertyAttribute>() is not null)
                continue;
            string name = info.GetCustomAttribute<AliasAsAttribute>()?.Name ?? info.Name!;
            string place = "query";
            if (inPath.Contains(name))
                place = "path";
            else if (info.GetCustomAttribute<HeaderAttribute>() is { } header)
                (place, name) = ("header", header.Header);
            else if (info.GetCustomAttribute<BodyAttribute>() is not null)
                place = "body";
            else if (info.GetCustomAttribute<QueryAttribute>() is null && isForm)
                place = "form";

            bool takesNull = new NullabilityInfoContext().Create(info).ReadState == NullabilityState.Nullable;
            parameters.Add(new ClrParameter(name, place, !takesNull && !info.HasDefaultValue, info));
        }

        return parameters;
    }

    [GeneratedRegex(@"\{(?:\*\*)?([^}:]+)[^}]*\}")]
    private static partial Regex Placeholder();
}
