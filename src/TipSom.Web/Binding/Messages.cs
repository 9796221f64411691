using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace TipSom.Web.Binding;

/// <summary>The framework's own sentences about a value that could not be read, in the portal's words and both languages.</summary>
public sealed class BindingMessages(IStringLocalizer<Ui> texts) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["\"{0}\" could not be read here. Check it and type it again.", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["\"{0}\" could not be read here. Check it and type it again.", value]);
        messages.SetValueIsInvalidAccessor(value => texts["\"{0}\" could not be read here. Check it and type it again.", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["This answer could not be read. Check it and type it again."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["This answer could not be read. Check it and type it again."]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Write a number."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Write a number."]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["This answer is needed."]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["This answer is needed."]);
        messages.SetMissingKeyOrValueAccessor(() => texts["This answer is needed."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["This answer is needed."]);
    }
}

/// <summary>Gives an annotation without a sentence of its own one that is translated; the framework's defaults are English only.</summary>
public sealed class AnnotationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceType is null)
                attribute.ErrorMessage = Sentence(attribute);
        }
    }

    // {1} and {2} are the limits, in the order each attribute formats them; {0}, the name of the property, is never shown.
    private static string Sentence(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "This answer is needed.",
        StringLengthAttribute { MinimumLength: > 0 } => "Write between {2} and {1} characters.",
        StringLengthAttribute => "Write at most {1} characters.",
        MaxLengthAttribute => "Write at most {1} characters.",
        MinLengthAttribute => "Write at least {1} characters.",
        RangeAttribute => "Write a number from {1} to {2}.",
        EmailAddressAttribute => "Write an e-mail address, like name@example.org.",
        _ => "This answer could not be read. Check it and type it again.",
    };
}
