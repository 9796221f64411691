using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TipSom.Web.TagHelpers;

internal static class Html
{
    /// <summary>An element whose text is encoded when it is written.</summary>
    public static TagBuilder Element(string name, string? cssClass, string? text, string? id = null)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
            element.AddCssClass(cssClass);
        if (id is not null)
            element.MergeAttribute("id", id);
        if (text is not null)
            element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder With(this TagBuilder element, IHtmlContent content)
    {
        element.InnerHtml.AppendHtml(content);
        return element;
    }

    public static void AddClass(TagHelperOutput output, string cssClass)
    {
        foreach (var one in cssClass.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            output.AddClass(one, HtmlEncoder.Default);
    }
}
