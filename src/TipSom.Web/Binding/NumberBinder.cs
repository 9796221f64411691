using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using TipSom.Domain;

namespace TipSom.Web.Binding;

/// <summary>Numbers, days and times typed with Urdu or Arabic-Indic digits, or pasted with direction marks.</summary>
public sealed class NumberBinder(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider;
        bindingContext.ValueProvider = new Folded(typed);
        try
        {
            await inner.BindModelAsync(bindingContext);
        }
        finally
        {
            bindingContext.ValueProvider = typed;
        }
    }

    private sealed class Folded(IValueProvider typed) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => typed.ContainsPrefix(prefix);

        public ValueProviderResult GetValue(string key)
        {
            var found = typed.GetValue(key);
            return found == ValueProviderResult.None
                ? found
                : new(found.Values.Select(v => Digits.Fold(PlainText.Clean(v) ?? "")).ToArray(), found.Culture);
        }
    }
}

public sealed class NumberBinderProvider : IModelBinderProvider
{
    private static readonly HashSet<Type> Folded =
    [
        typeof(byte), typeof(short), typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(float),
        typeof(DateOnly), typeof(TimeOnly), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan),
    ];

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        Folded.Contains(context.Metadata.UnderlyingOrModelType) && context.Metadata.BinderType is null && TextBinderProvider.IsFromValues(context.BindingInfo)
            ? new NumberBinder(new SimpleTypeModelBinder(context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}
