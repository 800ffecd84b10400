using Microsoft.Extensions.Options;

namespace Wildberries.Sdk.DependencyInjection;

/// <summary>Checks the ranges stated on the options' members.</summary>
[OptionsValidator]
internal sealed partial class WildberriesOptionsRangeValidator : IValidateOptions<WildberriesOptions>;
