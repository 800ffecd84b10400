using System.Collections;
using System.Reflection;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What a program can get out of an exception: its text, its data, its members, and those of its causes.</summary>
internal static class ExceptionTexts
{
    public static IEnumerable<string> Of(Exception? exception)
    {
        if (exception is not null)
            yield return exception.ToString();
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            foreach (DictionaryEntry entry in inner.Data)
                yield return $"{entry.Key} = {entry.Value}";
            foreach (PropertyInfo property in inner.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            {
                object? value = property.GetValue(inner);
                yield return $"{property.Name} = {(value is IEnumerable<string> texts ? string.Join(", ", texts) : value)}";
            }
        }
    }
}
