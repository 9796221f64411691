using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TipSom.Web.Binding;

/// <summary>Binds every posted text through <see cref="PlainText.Clean"/>; nothing typed is null, not "".</summary>
public sealed class TextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        // A password is compared byte for byte.
        var isPassword = bindingContext.ModelMetadata.DataTypeName == nameof(DataType.Password);
        var text = isPassword ? (value.FirstValue is { Length: > 0 } secret ? secret : null) : PlainText.Clean(value.FirstValue);
        bindingContext.Result = ModelBindingResult.Success(text);
        return Task.CompletedTask;
    }
}

public sealed class TextBinderProvider : IModelBinderProvider
{
    private static readonly TextBinder Binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.Metadata.BinderType is null && IsFromValues(context.BindingInfo)
            ? Binder
            : null;

    internal static bool IsFromValues(BindingInfo info) => info.BindingSource?.IsFromRequest != true
        || info.BindingSource.CanAcceptDataFrom(BindingSource.Form)
        || info.BindingSource == BindingSource.Form || info.BindingSource == BindingSource.Query || info.BindingSource == BindingSource.Path;
}
