using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace TipSom.Web.Binding;

/// <summary>Which form keys a handler binds, and whether each may come more than once.</summary>
public sealed partial class FormKeys(IModelMetadataProvider metadata)
{
    public const string Once = "__once";

    /// <summary>What the form is called, where it asked for a draft.</summary>
    public const string Draft = "__draft";

    /// <summary>The version of the draft the form was filled from.</summary>
    public const string DraftVersion = "__draftVersion";

    /// <summary>The button that keeps the draft and leaves.</summary>
    public const string Leave = "__leave";

    private const int Deepest = 5;

    // What the framework and the form tag helper add on their own.
    private static readonly string[] Always = [Once, Draft, DraftVersion, Leave, "__RequestVerificationToken", "__Invariant"];

    private readonly ConcurrentDictionary<string, Dictionary<string, bool>> _known = new();

    /// <summary>The first key of the form that this handler does not expect, or null.</summary>
    public string? FirstUnexpected(CompiledPageActionDescriptor page, HandlerMethodDescriptor handler, IFormCollection form, RouteValueDictionary route)
    {
        var expected = _known.GetOrAdd($"{page.Id}/{handler.MethodInfo.Name}", _ => Expected(page, handler));
        foreach (var (key, values) in form)
        {
            if (route.ContainsKey(key))
                return key;
            if (!expected.TryGetValue(Index().Replace(key, "[]"), out var repeats) || (!repeats && values.Count > 1 && !IsCheckbox(values)))
                return key;
        }

        return null;
    }

    private Dictionary<string, bool> Expected(CompiledPageActionDescriptor page, HandlerMethodDescriptor handler)
    {
        var keys = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in Always)
            keys[key] = key == "__Invariant";
        foreach (var bound in page.BoundProperties.Concat<ParameterDescriptor>(handler.Parameters))
        {
            if (bound.BindingInfo?.BindingSource is null or { Id: "Form" } or { Id: "FormFile" } or { Id: "ModelBinding" })
                Add(keys, bound.BindingInfo?.BinderModelName ?? bound.Name, metadata.GetMetadataForType(bound.ParameterType), 0);
        }

        return keys;
    }

    private static void Add(Dictionary<string, bool> keys, string name, ModelMetadata type, int depth)
    {
        if (depth > Deepest)
            return;
        if (typeof(IFormFile).IsAssignableFrom(type.ModelType))
        {
            // A browser posts a file that was not chosen as an empty field.
            keys[name] = false;
            return;
        }

        if (type.IsEnumerableType && type.ElementMetadata is { } element)
        {
            if (!element.IsComplexType)
                keys[name] = true;
            keys[$"{name}.index"] = true;
            Add(keys, $"{name}[]", element, depth + 1);
        }
        else if (!type.IsComplexType)
        {
            keys[name] = false;
        }
        else
        {
            foreach (var property in type.Properties.Where(p => p.IsBindingAllowed && !p.IsReadOnly))
                Add(keys, $"{name}.{property.PropertyName}", property, depth + 1);
        }
    }

    // Razor's own check box posts "true" and then a hidden "false".
    private static bool IsCheckbox(IReadOnlyList<string?> values) => values is ["true", "false"];

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Index();
}
