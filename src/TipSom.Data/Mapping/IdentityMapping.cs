using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;

namespace TipSom.Data.Mapping;

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users", TipSomDbContext.IdentitySchema);
        builder.Property(u => u.DisplayName).HasMaxLength(User.DisplayNameMaxLength);
        builder.Property(u => u.Culture).HasMaxLength(5);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => new { u.UnitId, u.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        // Identity's store marks the whole row as changed on every sign-in; what a person may do is not theirs to write,
        // and the runtime role has no right to these columns.
        foreach (var column in new[] { nameof(User.DisplayName), nameof(User.UnitId), nameof(User.AgencyId), nameof(User.Role),
                     nameof(User.DisabledAt), nameof(User.LastSignedInAt), nameof(User.IsDemo), nameof(User.UserName), nameof(User.NormalizedUserName) })
            builder.Property(column).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasIndex(u => u.NormalizedUserName).HasDatabaseName("ux_users_normalized_user_name").IsUnique();
        builder.HasIndex(u => u.NormalizedEmail).HasDatabaseName("ix_users_normalized_email");
    }
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.ToTable("protection_keys", TipSomDbContext.IdentitySchema);
}

internal sealed class UserClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) =>
        builder.ToTable("user_claims", TipSomDbContext.IdentitySchema);
}

internal sealed class UserLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) =>
        builder.ToTable("user_logins", TipSomDbContext.IdentitySchema);
}

internal sealed class UserTokenMapping : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) =>
        builder.ToTable("user_tokens", TipSomDbContext.IdentitySchema);
}

public sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    /// <summary>Two agencies with one code, made at once.</summary>
    public const string OneCode = "ux_agencies_code";

    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies", TipSomDbContext.IdentitySchema);
        builder.Property(a => a.NameEn).HasMaxLength(Agency.NameMaxLength);
        builder.Property(a => a.NameUr).HasMaxLength(Agency.NameMaxLength);
        builder.HasIndex(a => a.Code).HasDatabaseName(OneCode).IsUnique();
    }
}

public sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    /// <summary>Two units with one code, made at once.</summary>
    public const string OneCode = "ux_units_code";

    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units", TipSomDbContext.IdentitySchema);
        builder.HasAlternateKey(u => new { u.Id, u.AgencyId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(u => u.AgencyId).OnDelete(DeleteBehavior.Restrict);
        // The unit above belongs to the same agency: the key says so.
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => new { u.ParentId, u.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(u => u.DistrictCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => u.Code).HasDatabaseName(OneCode).IsUnique();
    }
}
