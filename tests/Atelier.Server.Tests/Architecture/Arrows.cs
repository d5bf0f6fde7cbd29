using Mono.Cecil;

namespace Atelier.Architecture;

/// <summary>One type naming another, in a signature, an attribute or a method body.</summary>
internal sealed record Arrow(string From, string To);

/// <summary>Reads every reference between types out of a compiled assembly. Constants and nameof leave no trace there.</summary>
internal static class Arrows
{
    public static IReadOnlySet<Arrow> Of(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var arrows = new HashSet<Arrow>();
        foreach (var type in assembly.MainModule.GetTypes())
        foreach (var used in Used(type))
            arrows.Add(new Arrow(Outermost(type).FullName, Named(used)));
        return arrows;
    }

    private static IEnumerable<TypeReference> Used(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        direct.AddRange(type.Fields.Select(field => field.FieldType));
        direct.AddRange(type.Properties.Select(property => property.PropertyType));
        direct.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        foreach (var method in type.Methods)
        {
            direct.Add(method.ReturnType);
            direct.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            direct.AddRange(InBody(method));
        }
        return direct.OfType<TypeReference>().SelectMany(WithArguments);
    }

    private static IEnumerable<TypeReference?> InBody(MethodDefinition method)
    {
        if (!method.HasBody)
            yield break;
        foreach (var variable in method.Body.Variables)
            yield return variable.VariableType;
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is TypeReference type)
                yield return type;
            if (instruction.Operand is not MemberReference member)
                continue;
            yield return member.DeclaringType;
            if (member is GenericInstanceMethod generic)
                foreach (var argument in generic.GenericArguments)
                    yield return argument;
        }
    }

    private static IEnumerable<TypeReference> WithArguments(TypeReference type)
    {
        yield return type;
        if (type is GenericInstanceType generic)
            foreach (var argument in generic.GenericArguments.SelectMany(WithArguments))
                yield return argument;
        if (type is TypeSpecification wrapped && type is not GenericInstanceType)
            foreach (var inner in WithArguments(wrapped.ElementType))
                yield return inner;
    }

    private static string Named(TypeReference type)
    {
        var named = type.GetElementType();
        while (named.DeclaringType is not null)
            named = named.DeclaringType;
        return named.FullName;
    }

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
